import { Button, NativeSelect, Radio } from '@mantine/core'
import { useMemo } from 'react'
import type { CleanedWorkbook } from '#shared/tabular/clean-workbook.ts'
import { likelierSubject } from '#shared/tabular/likelier-subject.ts'
import type { Workbook } from '#shared/tabular/matrix.ts'
import { Status } from '../../ui/Status.tsx'
import { hiddenNotices } from './hidden-parts.ts'
import styles from './ImportScreen.module.css'
import {
  chosenList,
  type ImportChoices,
  type ListChoice,
  type ListState,
  statedList,
} from './import-choices.ts'
import { SUBJECT_WORDS } from './subject-words.ts'

export interface SheetQuestionsProps {
  readonly workbook: Workbook
  readonly cleaned: CleanedWorkbook
  readonly choices: ImportChoices
  readonly year: number
  readonly onSheet: (name: string) => void
  readonly onAnswer: (answer: Partial<Pick<ImportChoices, 'list' | 'listState'>>) => void
  readonly onShowMapping: () => void
}

/** Which sheet, which year's list and whether it is decided, and what is hidden in the file. */
export function SheetQuestions(props: SheetQuestionsProps) {
  const { workbook, cleaned, choices } = props
  const { main, sheets } = cleaned
  const chosen = sheets.find((each) => each.sheet === main.sheet)
  const notices = hiddenNotices(workbook, cleaned)
  const likelier = useMemo(() => likelierSubject(workbook, main.subject), [workbook, main.subject])
  return (
    <section className={styles.questions} aria-label="文件与名单">
      <div className={styles.question}>
        工作表
        <NativeSelect
          size="xs"
          aria-label="工作表"
          title={chosen?.reason}
          value={main.sheet}
          onChange={(event) => props.onSheet(event.currentTarget.value)}
        >
          {sheets.map((each) => (
            <option key={each.index} value={each.sheet}>
              {each.sheet}
              {workbook.sheets[each.index]?.hiddenSheet === true ? '（隐藏）' : ''}
            </option>
          ))}
        </NativeSelect>
        {chosen?.role === null ? <Status tone="warn" word={chosen.reason} quiet /> : null}
      </div>
      {main.subject === 'enterprises' && main.headerRows.length > 0 ? (
        <ListQuestion {...props} stated={statedList(main)} choices={choices} />
      ) : null}
      {main.subject === 'patents' && cleaned.companions.length > 0 ? <BaselineQuestion {...props} /> : null}
      {likelier === null ? null : (
        <p className={styles.notice}>
          <Status tone="warn" word="请核对文件" /> 这个文件更像{SUBJECT_WORDS[likelier].list}，请到“
          {SUBJECT_WORDS[likelier].screen}”中导入
        </p>
      )}
      {notices.length === 0 ? null : (
        <p className={styles.notice}>
          <Status tone="note" word="隐藏内容" /> {notices.map((notice) => notice.words).join('；')}
          {notices.some((notice) => notice.kind === 'columns') ? (
            <Button variant="subtle" size="compact-xs" onClick={props.onShowMapping}>
              改列对应
            </Button>
          ) : null}
        </p>
      )}
    </section>
  )
}

/** 列入前情况 belongs to one year's list. */
function BaselineQuestion({ cleaned, choices, year, onAnswer }: SheetQuestionsProps) {
  return (
    <div className={styles.question}>
      “列入前情况”属于
      <NativeSelect
        size="xs"
        aria-label="列入前情况属于哪一年名单"
        value={String(chosenList(cleaned.main, choices, year))}
        onChange={(event) => onAnswer({ list: Number(event.currentTarget.value) })}
      >
        {[year - 1, year, year + 1].map((each) => (
          <option key={each} value={each}>
            {each}年名单
          </option>
        ))}
      </NativeSelect>
    </div>
  )
}

function ListQuestion(props: SheetQuestionsProps & { stated: ListChoice }) {
  const { stated, choices, year, onAnswer } = props
  const list = choices.list ?? stated
  const years = [
    ...new Set([year - 1, year, year + 1, ...(typeof stated === 'number' ? [stated] : [])]),
  ].sort()
  return (
    <>
      <div className={styles.question}>
        列入名单
        <NativeSelect
          size="xs"
          aria-label="列入哪一年名单"
          value={String(list)}
          onChange={(event) => onAnswer({ list: listOf(event.currentTarget.value) })}
        >
          {stated === 'sheet' ? <option value="sheet">按表中“参与年度”列</option> : null}
          {years.map((each) => (
            <option key={each} value={each}>
              {each}年名单
            </option>
          ))}
          <option value="none">不列入，只导入企业</option>
        </NativeSelect>
      </div>
      {list === 'none' ? null : (
        <Radio.Group
          className={styles.question ?? ''}
          aria-label="名单是否已审定"
          value={choices.listState ?? ''}
          onChange={(value) => onAnswer({ listState: stateOf(value) })}
        >
          <span className={styles.radios} data-missing={choices.listState === null}>
            名单是否已审定
            <Radio size="sm" value="县级审定" label="已审定" />
            <Radio size="sm" value="拟报" label="还没有" />
          </span>
        </Radio.Group>
      )}
    </>
  )
}

function listOf(value: string): ListChoice {
  return value === 'none' || value === 'sheet' ? value : Number(value)
}

function stateOf(value: string): ListState {
  return value === '县级审定' ? '县级审定' : '拟报'
}
