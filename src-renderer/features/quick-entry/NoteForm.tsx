import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type KeyboardEvent, useRef, useState } from 'react'
import { ACTIVITY_MODES } from '#shared/records/activity.ts'
import { newId } from '../../platform/new-id.ts'
import { today } from '../../platform/today.ts'
import { useScreenState } from '../../state/screen-state.ts'
import { isComposing } from '../../ui/composing.ts'
import { sentenceOf } from '../../ui/sentence.ts'
import { noteActivity } from '../../use-cases/note-activity.ts'
import { PLAN_PACK } from '../../workspace/plan-pack.ts'
import { useWorkspace } from '../../workspace/use-workspace.ts'
import { FirmField } from './FirmField.tsx'
import { checkedNote, type NoteDraft, nextNote, notedWords } from './note-draft.ts'
import styles from './quick-entry.module.css'
import { useQuickEntry } from './quick-entry-store.ts'

const CATEGORIES = ['', ...PLAN_PACK.dictionaries.serviceCategories.map(({ name }) => name)]

interface Problem {
  readonly field: keyof NoteDraft | null
  readonly message: string
}

/** The box of 记一笔: firms, one sentence, Enter; it stays open for the next. */
export function NoteForm({ onClose }: { onClose: () => void }) {
  const workspace = useWorkspace()
  const year = useScreenState((state) => state.year)
  const { draft, change } = useQuickEntry()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [noted, setNoted] = useState<string | null>(null)
  const firmInput = useRef<HTMLInputElement>(null)
  const sentenceInput = useRef<HTMLInputElement>(null)
  const saving = useRef(false)

  async function save() {
    if (saving.current) return
    const checked = checkedNote(draft, today())
    setProblem(checked.ok ? null : checked)
    if (!checked.ok) return
    saving.current = true
    const done = await noteActivity(workspace, newId, checked.note)
    saving.current = false
    if (!done.ok) return setProblem({ field: null, message: sentenceOf(done.error) })
    change(nextNote(draft))
    setNoted(notedWords(checked.note, year))
    firmInput.current?.focus()
  }

  function press(event: KeyboardEvent) {
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'Escape') {
      event.stopPropagation()
      onClose()
    } else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) {
      event.preventDefault()
      void save()
    }
  }

  const text = (field: 'sentence' | 'date' | 'followUp') => ({
    size: 'sm' as const,
    autoComplete: 'off',
    spellCheck: false,
    value: draft[field],
    error: problem?.field === field,
    onChange: (event: { currentTarget: { value: string } }) => {
      setProblem(null)
      change({ [field]: event.currentTarget.value })
    },
  })

  return (
    <form className={styles.form} aria-label="记一笔" onKeyDown={press} onSubmit={(e) => e.preventDefault()}>
      <FirmField inputRef={firmInput} onDone={() => sentenceInput.current?.focus()} />
      <TextInput
        {...text('sentence')}
        ref={sentenceInput}
        label="做了什么"
        placeholder="一句话，如 上门了解新产品研发情况，商定 3 件发明专利挖掘方案"
        maxLength={200}
      />
      <div className={styles.line}>
        <NativeSelect
          size="sm"
          label="服务类别"
          data={CATEGORIES.map((name) => ({ value: name, label: name === '' ? '—' : name }))}
          value={draft.category}
          onChange={(event) => change({ category: event.currentTarget.value })}
        />
        <NativeSelect
          size="sm"
          label="服务方式"
          data={[...ACTIVITY_MODES]}
          value={draft.mode}
          onChange={(event) => change({ mode: event.currentTarget.value })}
        />
        <TextInput {...text('date')} label="活动日期" placeholder={`今天 ${today()}`} />
        <TextInput {...text('followUp')} label="下次跟进" placeholder="如 2021.10.15" />
      </div>
      <div className={styles.foot}>
        <span
          role={problem === null ? 'status' : 'alert'}
          className={problem === null ? styles.noted : styles.problem}
        >
          {problem?.message ?? noted ?? '回车保存并接着记下一笔，Esc 收起，没记完的内容会保留'}
        </span>
        <Button size="sm" flex="none" onClick={() => void save()}>
          保存
        </Button>
      </div>
    </form>
  )
}
