import { Button } from '@mantine/core'
import { BACKUP_REASON_TITLES } from '#shared/backup/backup-facts.ts'
import { chinaMinute } from '#shared/china-day.ts'
import type { BackupPreview } from '#shared/ipc/backup-channels.ts'
import { Status } from '../../ui/Status.tsx'
import styles from './Backup.module.css'
import { differenceRows, namedDifferences, presentSentence, unitName } from './backup-words.ts'

export interface RestorePreviewProps {
  readonly preview: BackupPreview
  readonly onBack: () => void
  readonly onConfirm: () => void
}

const COLUMNS = ['备份中', '现有', '恢复后出现', '恢复后消失', '内容不同'] as const

/** What is in the backup and what restoring would change. */
export function RestorePreview({ preview, onBack, onConfirm }: RestorePreviewProps) {
  const said = presentSentence(preview)
  const named = namedDifferences(preview.differences)
  const { present } = preview
  const isOther = present !== null && present.unit !== null && present.unit !== preview.unit
  const facts = [
    ['填报单位', unitName(preview.unit)],
    ['备份时间', chinaMinute(preview.createdAt)],
    ['修改次数', `${preview.count} 次`],
    ['缘由', BACKUP_REASON_TITLES[preview.reason]],
    ['报送文件', `${preview.outbox} 份`],
    ['密钥', `${preview.keys} 个`],
  ] as const
  return (
    <>
      <dl className={styles.facts}>
        {facts.map(([term, words]) => (
          <FactLine key={term} term={term} words={words} />
        ))}
      </dl>
      <p className={styles.line}>
        <Status tone={said.tone} word={said.word} />
      </p>
      {isOther ? (
        <p className={styles.problem}>
          注意：现有台账是{unitName(present.unit)}的，备份是{unitName(preview.unit)}的。
        </p>
      ) : null}
      {preview.differences.length === 0 ? null : (
        <section className={styles.tableRoom} aria-label="与现有台账比较">
          <table className={styles.table}>
            <thead>
              <tr>
                <th>记录</th>
                {COLUMNS.map((column) => (
                  <th key={column} className={styles.number}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {differenceRows(preview.differences).map(({ title, cells }) => (
                <tr key={title}>
                  <td>{title}</td>
                  {COLUMNS.map((column, at) => (
                    <td key={column} className={styles.number}>
                      <span className={at < 2 ? undefined : cells[at] === 0 ? styles.none : styles.some}>
                        {cells[at]}
                      </span>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {named.length === 0 ? null : (
        <ul className={styles.names} aria-label="有变化的记录">
          {named.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <p className={styles.quiet}>
        恢复前先自动备份现有数据；发件箱和密钥中本机独有的文件保留。恢复后本机用新的站点编号记录。
      </p>
      <div className={styles.end}>
        <Button variant="default" onClick={onBack}>
          返回
        </Button>
        <Button onClick={onConfirm}>确认恢复</Button>
      </div>
    </>
  )
}

function FactLine({ term, words }: { term: string; words: string }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{words}</dd>
    </>
  )
}
