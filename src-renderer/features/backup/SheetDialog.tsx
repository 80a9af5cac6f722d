import { Button, Modal } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { recoverySheet } from '#shared/backup/recovery-sheet.ts'
import { PROFILE_ID } from '#shared/records/profile.ts'
import { desktop } from '../../platform/desktop.ts'
import { today } from '../../platform/today.ts'
import { Failure } from '../../ui/Failure.tsx'
import { SheetPreview } from '../../ui/paper/SheetPreview.tsx'
import { SecretFields, useSecretDraft } from '../../ui/SecretFields.tsx'
import { trialMark } from '../../use-cases/print-forms.ts'
import { printSheets } from '../../use-cases/print-sheets.ts'
import { PLAN_PACK } from '../../workspace/plan-pack.ts'
import { useRecords } from '../../workspace/use-workspace.ts'
import styles from './Backup.module.css'
import { useBackupAction } from './use-backup-action.ts'

/** 打印恢复单: only for who has a passphrase; it goes to the printer and nowhere else. */
export function SheetDialog({ onClose }: { onClose: () => void }) {
  const secret = useSecretDraft()
  const action = useBackupAction()
  const [groups, setGroups] = useState<readonly string[] | null>(null)

  async function show() {
    const { secret: typed } = secret
    if (typed === null) return
    const sheet = await action.run(() => desktop.call('backup:sheet', { secret: typed }))
    if (sheet !== null) setGroups(sheet.value.groups)
  }

  return (
    <Modal opened size={groups === null ? 'md' : 'xl'} onClose={onClose} title="打印恢复单">
      {groups === null ? (
        <form
          className={styles.form}
          aria-label="打印恢复单"
          onSubmit={(event) => {
            event.preventDefault()
            void show()
          }}
        >
          <p className={styles.quiet}>恢复单能打开全部备份。请先输入口令，打印后装信封封存在保险柜。</p>
          <SecretFields draft={secret} />
          <Failure sentence={action.failure} />
          <div className={styles.end}>
            <Button variant="default" onClick={onClose}>
              取消
            </Button>
            <Button type="submit" loading={action.busy} disabled={secret.secret === null}>
              下一步
            </Button>
          </div>
        </form>
      ) : (
        <PrintedSheet groups={groups} />
      )}
    </Modal>
  )
}

function PrintedSheet({ groups }: { groups: readonly string[] }) {
  const profile = useRecords().get('profile', PROFILE_ID)
  const action = useBackupAction()
  const sheets = useMemo(() => {
    const watermark = profile === undefined ? null : trialMark(profile, PLAN_PACK)
    return [recoverySheet({ unit: profile?.fullName ?? '', date: today(), groups, watermark })]
  }, [profile, groups])
  return (
    <div className={styles.form}>
      <div className={styles.paper}>
        <SheetPreview sheets={sheets}>
          <Button
            leftSection={<IconPrinter size={16} aria-hidden />}
            loading={action.busy}
            onClick={() => void action.run(() => printSheets(desktop, sheets))}
          >
            打印…
          </Button>
        </SheetPreview>
      </div>
      <Failure sentence={action.failure} />
    </div>
  )
}
