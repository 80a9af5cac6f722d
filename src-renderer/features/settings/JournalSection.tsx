import { Button } from '@mantine/core'
import { useState } from 'react'
import { type AppError, messageOf } from '#shared/errors/app-error.ts'
import type { Result } from '#shared/result.ts'
import { desktop } from '../../platform/desktop.ts'
import { newId } from '../../platform/new-id.ts'
import { useScreenState } from '../../state/screen-state.ts'
import { ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { Status } from '../../ui/Status.tsx'
import { type CheckProgress, checkJournal, type JournalCheck } from '../../use-cases/check-journal.ts'
import { journalCheckWords } from './journal-check-words.ts'
import styles from './settings.module.css'

const BEGINNING: CheckProgress = { label: '正在核对台账日志', done: 0, total: null }

/** 检查台账日志: is every line on the disk what was written? */
export function JournalSection() {
  const [running, setRunning] = useState<{
    readonly task: string
    readonly progress: CheckProgress
  } | null>(null)
  const [result, setResult] = useState<Result<JournalCheck, AppError> | null>(null)

  async function check() {
    const task = newId()
    setResult(null)
    setRunning({ task, progress: BEGINNING })
    const checked = await checkJournal(desktop, task, (progress) => setRunning({ task, progress }))
    setRunning(null)
    setResult(checked.ok || checked.error.code !== 'task.cancelled' ? checked : null)
  }

  return (
    <section className={styles.section} aria-label="台账日志">
      <h2 className={styles.heading}>台账日志</h2>
      <p className={styles.quiet}>
        逐行核对磁盘上的台账日志是否完整、有没有被改动。磁盘出过问题，或数据文件夹是从别处拷来的，可以检查一次；检查不改动任何数据。
      </p>
      {result === null ? null : <CheckResult result={result} />}
      <div className={styles.actions}>
        <Button variant="default" disabled={running !== null} onClick={() => void check()}>
          检查台账日志
        </Button>
      </div>
      {running === null ? null : (
        <ProgressDialog
          title="检查台账日志"
          {...running.progress}
          onCancel={() => void desktop.call('task:cancel', { task: running.task })}
        />
      )}
    </section>
  )
}

function CheckResult({ result }: { result: Result<JournalCheck, AppError> }) {
  const goTo = useScreenState((state) => state.goTo)
  if (result.ok) {
    return (
      <p role="status" className={styles.line}>
        <Status tone="good" word="台账日志完好" /> {journalCheckWords(result.value)}
      </p>
    )
  }
  const isDamaged = result.error.code === 'journal.damaged'
  const { title, advice } = messageOf(result.error)
  return (
    <div role="alert">
      <p className={styles.problem}>{title}</p>
      <p>
        {isDamaged
          ? '请先不要继续录入，用最近一份完好的备份恢复；没有备份请联系技术人员，不要自行改动日志文件。'
          : advice}
      </p>
      {isDamaged ? <Button onClick={() => goTo('backup')}>从备份恢复</Button> : null}
    </div>
  )
}
