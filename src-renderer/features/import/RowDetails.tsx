import type { Records } from '#shared/edits/read-model.ts'
import type { CleanedSheet, Finding } from '#shared/tabular/cleaned.ts'
import { Status, type StatusTone } from '../../ui/Status.tsx'
import { type PreviewRow, shownChange, twinsOf } from './import-rows.ts'
import styles from './RowTable.module.css'

const TONES: { readonly [S in Finding['severity']]: readonly [StatusTone, string] } = {
  info: ['note', '已规范'],
  warning: ['warn', '请确认'],
  blocking: ['bad', '需处理'],
}

/** Every finding of a row by cell, before and after; for a known record what the import would change. */
export function RowDetails({
  sheet,
  row,
  records,
}: {
  sheet: CleanedSheet
  row: PreviewRow
  records: Records
}) {
  const { findings } = row.source
  const changes = row.planned?.status === 'changed' ? row.planned.changes : []
  const twins = twinsOf(sheet, row.source.row)
  return (
    <div className={styles.details}>
      {findings.length === 0 && changes.length === 0 ? (
        <p className={styles.plain}>各格都按原样导入。</p>
      ) : null}
      {twins.length > 0 ? <p className={styles.plain}>{twins.join('；')}。</p> : null}
      {findings.length > 0 ? (
        <table className={styles.findings}>
          <thead>
            <tr>
              <th>单元格</th>
              <th>原内容</th>
              <th>导入为</th>
              <th>说明</th>
            </tr>
          </thead>
          <tbody>
            {findings.map((finding) => (
              <tr key={`${finding.cell} ${finding.kind} ${finding.field}`}>
                <td className={styles.code}>{finding.cell}</td>
                <td>{finding.before === '' ? '（空）' : finding.before}</td>
                <td>{takenText(finding)}</td>
                <td>
                  <Status tone={TONES[finding.severity][0]} word={TONES[finding.severity][1]} quiet />{' '}
                  {finding.message}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {changes.length > 0 ? (
        <table className={styles.findings}>
          <thead>
            <tr>
              <th>单元格</th>
              <th>台账现有</th>
              <th>改为</th>
              <th>字段</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => {
              const shown = shownChange(change, records)
              return (
                <tr key={`${change.id} ${change.field}`}>
                  <td className={styles.code}>{shown.cell}</td>
                  <td>{shown.before === '' ? '（空）' : shown.before}</td>
                  <td>{shown.after === '' ? '（空）' : shown.after}</td>
                  <td>{shown.what}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      ) : null}
    </div>
  )
}

function takenText(finding: Finding): string {
  if (finding.severity === 'blocking') return finding.field === null ? '—' : '不导入这一格'
  return finding.after ?? '—'
}
