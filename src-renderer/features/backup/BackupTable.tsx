import { Button } from '@mantine/core'
import { IconDatabaseOff } from '@tabler/icons-react'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Status } from '../../ui/Status.tsx'
import styles from './Backup.module.css'
import { type BackupRow, backupRows } from './backup-words.ts'
import type { BackupList } from './use-backup-list.ts'

export interface BackupTableProps {
  readonly list: BackupList | null
  /** With it each row has a button 选择. */
  readonly onChoose?: (row: BackupRow) => void
}

/** Every backup, newest first. */
export function BackupTable({ list, onChoose }: BackupTableProps) {
  if (list === null) return null
  const rows = backupRows(list.backups)
  if (rows.length === 0) {
    return (
      <EmptyState
        icon={IconDatabaseOff}
        title="还没有备份"
        next={
          onChoose === undefined
            ? '录入数据后程序会自动备份，也可以点“立即备份”。'
            : '请点“选择备份文件”，从U盘或共享文件夹中选取。'
        }
      />
    )
  }
  return (
    <section className={styles.tableRoom} aria-label="备份列表">
      <table className={styles.table}>
        <thead>
          <tr>
            <th>时间</th>
            <th>缘由</th>
            <th>单位</th>
            <th className={styles.number}>修改次数</th>
            <th className={styles.number}>大小</th>
            <th>所在</th>
            <th>核对</th>
            {onChoose === undefined ? null : <th aria-label="操作" />}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <td>{row.time}</td>
              <td>{row.reason}</td>
              <td>{row.unit}</td>
              <td className={styles.number}>{row.edits}</td>
              <td className={styles.number}>{row.size}</td>
              <td>{row.places}</td>
              <td>
                <Status
                  quiet
                  tone={row.proved ? 'good' : 'note'}
                  word={row.proved ? '已验证' : '恢复时验证'}
                />
              </td>
              {onChoose === undefined ? null : (
                <td className={styles.number}>
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`选择 ${row.time} 的备份`}
                    onClick={() => onChoose(row)}
                  >
                    选择
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
