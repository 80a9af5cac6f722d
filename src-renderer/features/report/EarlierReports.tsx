import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconHistory } from '@tabler/icons-react'
import { desktop } from '../../platform/desktop.ts'
import { useScreenState } from '../../state/screen-state.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Status } from '../../ui/Status.tsx'
import { sentenceOf } from '../../ui/sentence.ts'
import { ownFiles } from '../../use-cases/report-standing.ts'
import { useRecords } from '../../workspace/use-workspace.ts'
import { earlierRows, periodWords } from './earlier-rows.ts'
import styles from './Report.module.css'
import type { SigningFiles } from './use-signing-files.ts'

/** 以往报送: what was signed and sent, whichever the period. */
export function EarlierReports({ files, unit }: { files: SigningFiles; unit: string }) {
  const goTo = useScreenState((state) => state.goTo)
  const rows = earlierRows(useRecords().of('submission'), ownFiles(files.outbox, unit))
  const saveCopy = async (identity: string | null) => {
    const entry = files.outbox.find((each) => each.identity === identity)
    if (entry === undefined) return
    const saved = await desktop.call('files:save', { token: entry.token, name: entry.name })
    if (!saved.ok) {
      notifications.show({
        color: 'red',
        title: '没有另存',
        message: sentenceOf(saved.error),
        autoClose: false,
      })
    } else if (saved.value !== null) notifications.show({ title: '已保存', message: saved.value.name })
  }
  if (rows.length === 0) {
    return (
      <EmptyState
        icon={IconHistory}
        title="还没有报送过"
        next="定稿签名以后，文件、校验码和报送登记都留在这里，可随时核对。"
      />
    )
  }
  return (
    <div className={styles.step4}>
      {files.failure === null ? null : <p className={styles.bad}>{sentenceOf(files.failure)}</p>}
      <table className={styles.numbers}>
        <thead>
          <tr>
            <th scope="col">序号</th>
            <th scope="col">期别</th>
            <th scope="col">文件</th>
            <th scope="col">状态</th>
            <th scope="col">定稿日期</th>
            <th scope="col">报送登记</th>
            <th scope="col">替代</th>
            <th scope="col">操作</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <td>{row.seq}</td>
              <td>{periodWords(row.period)}</td>
              <th scope="row">{row.fileName}</th>
              <td>
                <Status tone={row.tone} word={row.state} quiet />
              </td>
              <td>{row.signedOn}</td>
              <td>{row.delivery}</td>
              <td>{row.replaces}</td>
              <td>
                {row.identity === null ? (
                  '—'
                ) : (
                  <div className={styles.actions}>
                    <Button
                      size="compact-xs"
                      variant="default"
                      onClick={() => goTo('verify', { open: row.identity ?? '' })}
                    >
                      验证
                    </Button>
                    <Button size="compact-xs" variant="default" onClick={() => void saveCopy(row.identity)}>
                      另存副本…
                    </Button>
                  </div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
