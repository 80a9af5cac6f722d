import { Button } from '@mantine/core'
import type { Reply } from '#shared/ipc/contract.ts'
import { Status } from '../../ui/Status.tsx'
import styles from './Backup.module.css'

export interface RestoreDoneProps {
  readonly restored: Extract<Reply<'backup:restore'>, { ok: true }>['value']
  readonly onOpen: () => void
}

/** What was done, and where what was there before is kept. */
export function RestoreDone({ restored, onOpen }: RestoreDoneProps) {
  const { safety, aside, chainOpen } = restored
  return (
    <>
      <p className={styles.line}>
        <Status tone="good" word="已恢复" />
      </p>
      {safety === null ? null : (
        <p className={styles.line}>恢复前的数据已备份，在“备份”页的列表中，缘由为“恢复前”。</p>
      )}
      {aside === null ? null : (
        <p className={styles.line}>原来的数据原样保留在数据文件夹的“{aside}”中，没有删除。</p>
      )}
      {chainOpen ? (
        <p className={styles.line}>
          打开台账后，请选最后一次报送的文件，使下一份报送接上原来的编号；从未报送过的，点“从未报送过”。
        </p>
      ) : null}
      <div className={styles.end}>
        <Button onClick={onOpen}>打开台账</Button>
      </div>
    </>
  )
}
