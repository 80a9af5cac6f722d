import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDatabaseExport, IconRestore } from '@tabler/icons-react'
import { useState } from 'react'
import { desktop } from '../../platform/desktop.ts'
import { useBackupState } from '../../state/backup-state.ts'
import { Page } from '../../ui/Page.tsx'
import { Status } from '../../ui/Status.tsx'
import { chooseSecondPlace } from '../../use-cases/backup-second-place.ts'
import styles from './Backup.module.css'
import { BackupTable } from './BackupTable.tsx'
import { protectionSaid, secondWhere } from './backup-words.ts'
import { ChainDialog } from './ChainDialog.tsx'
import { PlaceCard } from './PlaceCard.tsx'
import { ProtectDialog } from './ProtectDialog.tsx'
import { SheetDialog } from './SheetDialog.tsx'
import { useBackupAction } from './use-backup-action.ts'
import { useBackupList } from './use-backup-list.ts'

type Dialog = 'protect' | 'sheet' | 'chain' | null

/** 备份: both places, the passphrase, every backup there is, and the way back. */
export function BackupScreen() {
  const { status, justRestored, setRestoring, setJustRestored } = useBackupState()
  const list = useBackupList(status)
  const action = useBackupAction()
  const [dialog, setDialog] = useState<Dialog>(justRestored ? 'chain' : null)
  const close = () => {
    setDialog(null)
    setJustRestored(false)
  }
  const isProtected = Array.isArray(status?.protection) && status.protection.length > 0
  const hasData = status?.hasData ?? false

  async function backUp() {
    const made = await action.run(() => desktop.call('backup:now', { reason: 'manual' }))
    if (made === null) return
    const where = made.value.places.length === 2 ? '两处都已备份' : '已备份到数据文件夹'
    notifications.show({ title: where, message: '已重新打开核对，修改次数和记录条数一致。' })
  }

  return (
    <Page
      title="备份"
      toolbar={
        <>
          <Button
            variant="default"
            leftSection={<IconRestore size={16} aria-hidden />}
            onClick={() => setRestoring(true)}
          >
            从备份恢复
          </Button>
          <Button
            leftSection={<IconDatabaseExport size={16} aria-hidden />}
            loading={action.busy}
            disabled={!hasData}
            onClick={() => void backUp()}
          >
            立即备份
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        {status?.chainOpen ? (
          <div className={styles.notice}>
            <Status tone="warn" word="报送次序未接上" />
            <p>台账是从备份恢复的。请选最后一次报送的文件，下一份报送才能接上原来的编号。</p>
            <Button onClick={() => setDialog('chain')}>接上报送次序</Button>
          </div>
        ) : null}
        {action.failure === null ? null : (
          <div className={styles.notice}>
            <p role="alert" className={styles.problem}>
              {action.failure}
            </p>
            <Button variant="default" onClick={action.clear}>
              知道了
            </Button>
          </div>
        )}
        {status === null ? null : (
          <div className={styles.cards}>
            <PlaceCard
              title="数据文件夹内"
              place={status.data}
              hasData={hasData}
              where="修改后每 15 分钟、每天、每月自动备份；退出时也备份"
            >
              <Button
                variant="default"
                onClick={() =>
                  void action.run(() => desktop.call('files:reveal', { token: status.data.folder.token }))
                }
              >
                打开所在文件夹
              </Button>
            </PlaceCard>
            {status.second === null ? (
              <section className={styles.card} aria-label="第二处备份">
                <h2 className={styles.cardHead}>
                  第二处备份
                  <Status tone="warn" word="还没有选择" />
                </h2>
                <p className={styles.quiet}>
                  请选另一块磁盘、U盘或共享文件夹。数据所在的磁盘损坏、电脑丢失时，靠这一份恢复。
                </p>
                <div className={styles.actions}>
                  <Button onClick={() => void action.run(() => chooseSecondPlace(desktop))}>
                    选择第二处
                  </Button>
                </div>
              </section>
            ) : (
              <PlaceCard
                title="第二处备份"
                place={status.second}
                hasData={hasData}
                where={secondWhere(status.second)}
              >
                <Button variant="default" onClick={() => void action.run(() => chooseSecondPlace(desktop))}>
                  更换第二处
                </Button>
              </PlaceCard>
            )}
            <section className={styles.card} aria-label="备份口令">
              <h2 className={styles.cardHead}>
                备份口令
                <Status {...protectionSaid(status.protection)} />
              </h2>
              <p className={styles.quiet}>
                备份里有企业电话和经营数据。设置口令后备份加密；再打印一张恢复单封存，忘记口令时用。
              </p>
              <div className={styles.actions}>
                <Button
                  variant="default"
                  disabled={status.protection === 'unreadable'}
                  onClick={() => setDialog('protect')}
                >
                  {isProtected ? '更换口令' : '设置口令'}
                </Button>
                <Button variant="default" disabled={!isProtected} onClick={() => setDialog('sheet')}>
                  打印恢复单
                </Button>
              </div>
            </section>
          </div>
        )}
        <BackupTable list={list} />
      </div>
      {dialog === 'protect' && status !== null ? (
        <ProtectDialog protection={status.protection} onDone={close} onClose={close} />
      ) : null}
      {dialog === 'sheet' ? <SheetDialog onClose={close} /> : null}
      {dialog === 'chain' ? <ChainDialog onClose={close} /> : null}
    </Page>
  )
}
