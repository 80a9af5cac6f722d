import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { undoneWords } from '#shared/edits/act-words.ts'
import { undoneNotice } from '../../state/undo-words.ts'
import { Panel } from '../../ui/Panel.tsx'
import { sentenceOf } from '../../ui/sentence.ts'
import { useRecords, useWorkspace } from '../../workspace/use-workspace.ts'
import type { Reversal } from '../../workspace/workspace.ts'
import styles from './history.module.css'
import { type LogRow, reversalWords } from './log-rows.ts'

/** One action: what it was, and what 撤销这次 or 重做 would do. */
export function LogPanel({ row, onClose }: { row: LogRow; onClose: () => void }) {
  const workspace = useWorkspace()
  useRecords()
  const [busy, setBusy] = useState(false)
  const { edit, undoneBy } = row.logged
  const reversal = workspace.reversalOf(edit)
  const undone = undoneWords(undoneBy)

  async function reverse({ way }: Reversal) {
    const word = way === 'undo' ? '撤销' : '重做'
    setBusy(true)
    const result = await workspace.reverse(edit, way)
    setBusy(false)
    if (result.ok) notifications.show(undoneNotice(word, result.value))
    else notifications.show({ color: 'red', title: `没有${word}`, message: sentenceOf(result.error) })
  }

  return (
    <Panel
      title={row.title}
      subtitle={`${row.when} ${row.who}`}
      onClose={onClose}
      footer={
        reversal === null ? null : (
          <Button loading={busy} onClick={() => void reverse(reversal)}>
            {reversal.way === 'undo' ? '撤销这次' : '重做'}
          </Button>
        )
      }
    >
      <dl className={styles.facts}>
        <dt>方式</dt>
        <dd>{row.how}</dd>
        <dt>电脑</dt>
        <dd>{row.pc}</dd>
        <dt>处数</dt>
        <dd>{workspace.cellsWritten(edit)}</dd>
        <dt>状态</dt>
        <dd>
          {row.state}
          {undone === null ? null : <span className={styles.undone}>（{undone}）</span>}
        </dd>
      </dl>
      {reversal === null ? (
        <p className={styles.hint}>{noWay(row)}</p>
      ) : (
        <>
          <h3 className={styles.part}>{reversal.way === 'undo' ? '如果撤销这次' : '如果重做'}</h3>
          <ul className={styles.effects}>
            {reversalWords(reversal).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  )
}

function noWay({ logged }: LogRow): string {
  switch (logged.why.kind) {
    case 'recovered':
      return '这是由工作副本恢复的全部内容，不能整体撤销；其中每一格可在“历史”里改回。'
    case 'undone':
    case 'redone':
      return '要改变它，请打开被撤销的那次操作，在那里撤销或重做。'
    default:
      return '首次设置不能撤销；单位信息可在“设置”里修改。'
  }
}
