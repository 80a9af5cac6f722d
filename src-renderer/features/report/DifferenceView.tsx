import type { OutboxEntry } from '#shared/ipc/bundle-channels.ts'
import { type FigureChange, isUnchanged, recordChangeText } from '#shared/report/report-difference.ts'
import { Status } from '../../ui/Status.tsx'
import { sentenceOf } from '../../ui/sentence.ts'
import type { ComparedReport } from '../../use-cases/report-standing.ts'
import { periodWords } from './earlier-rows.ts'
import { figureText } from './figure-text.ts'
import styles from './Report.module.css'
import { useDifference } from './use-signed-contents.ts'

export interface DifferenceViewProps {
  readonly file: OutboxEntry
  readonly compared: ComparedReport | null
  readonly earlier: OutboxEntry | undefined
}

const SPAN_WORDS: { readonly [S in FigureChange['span']]: string } = {
  quarter: '本季',
  cumulative: '累计',
  target: '全年目标',
}

/** What is new against the file that this one replaces or follows: 原数, 现数, and records by count. */
export function DifferenceView({ file, compared, earlier }: DifferenceViewProps) {
  const difference = useDifference(file, earlier)
  if (compared === null) return <p className={styles.aside}>这是第一份报送文件，没有可比的。</p>
  const { submission, relation } = compared
  if (earlier === undefined)
    return (
      <p className={styles.aside}>
        发件箱里没有{relation}（{submission.fileName}），不能比较。
      </p>
    )
  if (difference === null) return <p className={styles.aside}>正在比较</p>
  if (!difference.ok) return <p className={`${styles.aside} ${styles.bad}`}>{sentenceOf(difference.error)}</p>
  const { figures, records, unitChanged } = difference.value
  return (
    <div className={styles.aside}>
      <p className={styles.lead}>
        与{relation} {submission.fileName}（{periodWords(submission.period ?? '')}）相比：
      </p>
      {isUnchanged(difference.value) ? (
        <Status tone="good" word="表1 的数字和各类记录都没有变动" quiet />
      ) : null}
      {figures.length > 0 ? (
        <FigureChanges figures={figures} />
      ) : isUnchanged(difference.value) ? null : (
        <p className={styles.lead}>表1 的数字没有变动。</p>
      )}
      {records.length === 0 ? null : (
        <ul className={styles.reasons} aria-label="记录变动">
          {records.map((change) => (
            <li key={change.type}>{recordChangeText(change)}</li>
          ))}
        </ul>
      )}
      {unitChanged ? <p className={styles.lead}>本单位档案（名称、人员、电话）有改动。</p> : null}
    </div>
  )
}

function FigureChanges({ figures }: { figures: readonly FigureChange[] }) {
  return (
    <table className={styles.numbers}>
      <thead>
        <tr>
          <th scope="col">指标</th>
          <th scope="col">单位</th>
          <th scope="col">范围</th>
          <th scope="col" className={styles.right}>
            原数
          </th>
          <th scope="col" className={styles.right}>
            现数
          </th>
        </tr>
      </thead>
      <tbody>
        {figures.map((change) => (
          <tr key={`${change.indicator} ${change.span}`}>
            <th scope="row">{change.title}</th>
            <td className={styles.muted}>{change.unit}</td>
            <td>{SPAN_WORDS[change.span]}</td>
            <td className={styles.right}>{figureText(change.indicator, change.before)}</td>
            <td className={styles.right}>{figureText(change.indicator, change.after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
