import { Button, Loader } from '@mantine/core'
import { IconFolderOpen } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { BackupPreview, BackupStatus } from '#shared/ipc/backup-channels.ts'
import type { Request } from '#shared/ipc/contract.ts'
import { desktop } from '../../platform/desktop.ts'
import { refreshBackupStatus, useBackupState } from '../../state/backup-state.ts'
import { leaveRestore } from '../../state/leave-restore.ts'
import { Failure } from '../../ui/Failure.tsx'
import { SecretFields, useSecretDraft } from '../../ui/SecretFields.tsx'
import { sentenceOf } from '../../ui/sentence.ts'
import { type RestoreEnd, restoreBackup } from '../../use-cases/backup-restore.ts'
import styles from './Backup.module.css'
import { BackupTable } from './BackupTable.tsx'
import { RestoreDone } from './RestoreDone.tsx'
import { RestorePreview } from './RestorePreview.tsx'
import { useBackupList } from './use-backup-list.ts'

type Source = Request<'backup:open'>['source']

type Step =
  | { readonly at: 'choose' }
  | { readonly at: 'secret'; readonly source: Source; readonly name: string }
  | { readonly at: 'preview'; readonly preview: BackupPreview }
  | { readonly at: 'working'; readonly words: string }
  | RestoreEnd

/** 从备份恢复, step by step over the whole window; nothing is written before 确认恢复. */
export function RestorePage() {
  const setRestoring = useBackupState((state) => state.setRestoring)
  const status = useFreshStatus()
  const list = useBackupList(status)
  const secret = useSecretDraft()
  const [step, setStep] = useState<Step>({ at: 'choose' })
  const [failure, setFailure] = useState<string | null>(null)

  async function open(source: Source, name: string) {
    setFailure(null)
    const isAsked = step.at === 'secret'
    setStep({ at: 'working', words: '正在打开备份，逐行核对' })
    const opened = await desktop.call('backup:open', { source, secret: isAsked ? secret.secret : null })
    if (opened.ok) return setStep({ at: 'preview', preview: opened.value })
    const isSecret = opened.error.code === 'backup.secret-needed'
    if (!isSecret) setFailure(sentenceOf(opened.error))
    return setStep(isSecret || isAsked ? { at: 'secret', source, name } : { at: 'choose' })
  }

  async function pick() {
    const picked = await desktop.call('files:pick', { purpose: 'backup', multiple: false })
    if (!picked.ok) return setFailure(sentenceOf(picked.error))
    const file = picked.value?.[0]
    return file === undefined ? undefined : open({ token: file.token }, file.name)
  }

  async function restore(preview: BackupPreview) {
    setFailure(null)
    setStep({ at: 'working', words: '正在恢复，请不要关机' })
    setStep(await restoreBackup(desktop, preview.opened))
  }

  return (
    <main className={styles.screen}>
      <div className={styles.sheet}>
        <h1 className={styles.title}>从备份恢复</h1>
        <Failure sentence={failure} />
        {step.at === 'choose' ? (
          <>
            <p className={styles.quiet}>
              请选一个备份，先看里面有什么、与现有台账差在哪里，确认后才恢复。也可以选U盘上的备份文件。
            </p>
            <BackupTable
              list={list}
              onChoose={({ entry }) => void open({ place: entry.place, name: entry.name }, entry.name)}
            />
            <div className={styles.end}>
              <Button variant="default" onClick={() => setRestoring(false)}>
                取消
              </Button>
              <Button leftSection={<IconFolderOpen size={16} aria-hidden />} onClick={() => void pick()}>
                选择备份文件
              </Button>
            </div>
          </>
        ) : null}
        {step.at === 'secret' ? (
          <form
            className={styles.form}
            aria-label="打开备份"
            onSubmit={(event) => {
              event.preventDefault()
              void open(step.source, step.name)
            }}
          >
            <p className={styles.line}>这个备份设有口令。请输入口令，或按恢复单输入数字。</p>
            <SecretFields draft={secret} />
            <div className={styles.end}>
              <Button variant="default" onClick={() => setStep({ at: 'choose' })}>
                返回
              </Button>
              <Button type="submit" disabled={secret.secret === null}>
                打开
              </Button>
            </div>
          </form>
        ) : null}
        {step.at === 'working' ? (
          <p className={styles.line} role="status">
            <Loader size="xs" /> {step.words}…
          </p>
        ) : null}
        {step.at === 'preview' ? (
          <RestorePreview
            preview={step.preview}
            onBack={() => setStep({ at: 'choose' })}
            onConfirm={() => void restore(step.preview)}
          />
        ) : null}
        {step.at === 'done' ? (
          <RestoreDone restored={step.restored} onOpen={() => leaveRestore(step)} />
        ) : null}
        {step.at === 'failed' ? (
          <>
            <Failure sentence={sentenceOf(step.error)} />
            <div className={styles.end}>
              <Button onClick={() => leaveRestore(step)}>打开台账</Button>
            </div>
          </>
        ) : null}
      </div>
    </main>
  )
}

/** The status also when no workspace is open. */
function useFreshStatus(): BackupStatus | null {
  useEffect(() => {
    void refreshBackupStatus(desktop)
  }, [])
  return useBackupState((state) => state.status)
}
