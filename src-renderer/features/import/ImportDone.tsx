import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { EditId } from '#shared/edits/edit.ts'
import type { Subject } from '#shared/tabular/cleaned.ts'
import type { ImportPlan } from '#shared/tabular/import-plan.ts'
import { useScreenState } from '../../state/screen-state.ts'
import { Status } from '../../ui/Status.tsx'
import { sentenceOf } from '../../ui/sentence.ts'
import { useRevision, useWorkspace } from '../../workspace/use-workspace.ts'
import styles from './ImportScreen.module.css'
import { SUBJECT_WORDS } from './subject-words.ts'

export interface ImportOutcome {
  readonly title: string
  readonly file: string
  readonly counts: ImportPlan['counts']
  /** The edit just made, for 撤销. */
  readonly edit: EditId | null
}

/** What was imported, where to see it, and 撤销. */
export function ImportDone(props: {
  readonly outcome: ImportOutcome
  readonly subject: Subject
  readonly onAgain: () => void
}) {
  const { outcome, subject } = props
  const goTo = useScreenState((state) => state.goTo)
  const workspace = useWorkspace()
  useRevision()
  const [undone, setUndone] = useState(false)
  const last = workspace.canUndo()?.edit
  const isLast = last !== undefined && last.station === outcome.edit?.station && last.n === outcome.edit.n
  const { counts } = outcome

  async function undo() {
    const result = await workspace.undo()
    if (result.ok) setUndone(true)
    else notifications.show({ color: 'red', title: '没有撤销', message: sentenceOf(result.error) })
  }

  return (
    <section className={styles.done} aria-label="导入结果">
      <p className={styles.result}>
        {undone ? <Status tone="waiting" word="已撤销" /> : <Status tone="good" word="已导入" />}
        <strong>{outcome.title}</strong>
        <span>
          来自“{outcome.file}”：新增 {counts.new} 行，更新 {counts.changed} 行，无变化 {counts.same}{' '}
          行，不导入 {counts.skipped} 行
        </span>
      </p>
      <div className={styles.actions}>
        <Button onClick={() => goTo(subject)}>查看{SUBJECT_WORDS[subject].screen}</Button>
        {subject === 'enterprises' ? (
          <Button variant="default" onClick={() => goTo('enterprises', { tab: 'list' })}>
            查看年度名单
          </Button>
        ) : null}
        <Button variant="default" onClick={props.onAgain}>
          再导入一个文件
        </Button>
        {isLast && !undone ? (
          <Button variant="default" onClick={() => void undo()}>
            撤销这次导入
          </Button>
        ) : null}
      </div>
    </section>
  )
}
