import { Input } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { RefObject } from 'react'
import { useFirmSuggestions } from '../../state/use-firm-suggestions.ts'
import { SuggestBox } from '../../ui/SuggestBox.tsx'
import { type ChosenFirm, participantElement } from '../../use-cases/activity-participants.ts'
import styles from './quick-entry.module.css'
import { useQuickEntry } from './quick-entry-store.ts'

export interface FirmFieldProps {
  readonly inputRef: RefObject<HTMLInputElement | null>
  /** Enter while nothing is typed: go on to the sentence. */
  readonly onDone: () => void
}

const keyOf = (firm: ChosenFirm): string => participantElement(firm)[0]

/** Firms of the note: by name, code or pinyin initials; any other name is 名录外企业. */
export function FirmField({ inputRef, onDone }: FirmFieldProps) {
  const { draft, change } = useQuickEntry()
  const suggestions = useFirmSuggestions(draft.firmText)
  const { firms } = draft

  function add(firm: ChosenFirm) {
    const others = firms.filter((each) => keyOf(each) !== keyOf(firm))
    change({ firms: [...others, firm], firmText: '' })
  }

  return (
    <div>
      <Input.Label>服务对象</Input.Label>
      <SuggestBox
        label="服务对象"
        placeholder={firms.length === 0 ? '企业名称、代码或拼音首字母，回车选中，可选多家' : ''}
        text={draft.firmText}
        onType={(firmText) => change({ firmText })}
        suggestions={suggestions}
        onPick={({ firm }) => add(firm)}
        onEnterEmpty={onDone}
        onBackspaceEmpty={() => change({ firms: firms.slice(0, -1) })}
        inputRef={inputRef}
      >
        {firms.map((firm) => (
          <span key={keyOf(firm)} className={styles.firm} data-outside={firm.enterprise === null}>
            {firm.name}
            {firm.enterprise === null ? '（名录外）' : null}
            <button
              type="button"
              className={styles.remove}
              aria-label={`移出 ${firm.name}`}
              tabIndex={-1}
              onClick={() => change({ firms: firms.filter((each) => each !== firm) })}
            >
              <IconX size={14} aria-hidden />
            </button>
          </span>
        ))}
      </SuggestBox>
    </div>
  )
}
