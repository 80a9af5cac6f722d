import { Button, Checkbox } from '@mantine/core'
import { IconFolderShare } from '@tabler/icons-react'
import type { ExchangeStatus } from '#shared/ipc/exchange-channels.ts'
import { desktop } from '../../platform/desktop.ts'
import { Status } from '../../ui/Status.tsx'
import { tellFailure } from '../../ui/tell-failure.ts'
import { chooseSharedFolder } from '../../use-cases/exchange-folder.ts'
import styles from './Exchange.module.css'
import { lookedWords } from './exchange-words.ts'

interface SectionProps {
  readonly unit: string
  readonly status: ExchangeStatus
  /** The folder is another one. */
  readonly onChanged: () => Promise<void>
  /** A setting is another one. */
  readonly onSet: () => Promise<void>
}

/** 共享文件夹: chosen on every PC, a share of the office network or a stick that goes to and fro. */
export function SharedFolderSection({ unit, status, onChanged, onSet }: SectionProps) {
  const { folder, folderProblem, lookedAt, askEach } = status
  const choose = () =>
    tellFailure(
      chooseSharedFolder(desktop, unit).then(async (chosen) => {
        if (chosen.ok && chosen.value) await onChanged()
        return chosen
      }),
      '没有选定',
    )
  const leave = () =>
    tellFailure(
      desktop.call('exchange:choose-folder', { unit, token: null }).then(async (left) => {
        await onChanged()
        return left
      }),
    )
  const toggle = (wanted: boolean) =>
    tellFailure(
      desktop.call('exchange:settings', { unit, askEach: wanted }).then(async (saved) => {
        await onSet()
        return saved
      }),
    )

  return (
    <section aria-label="共享文件夹">
      <h2 className={styles.heading}>共享文件夹</h2>
      {folder === null ? (
        <p className={styles.quiet}>
          没有使用。选一个各台电脑都能打开的文件夹（局域网共享或U盘），此后自动写出本机的修改、合并其他电脑的修改。
        </p>
      ) : (
        <>
          <p className={styles.folder}>
            <IconFolderShare size={18} stroke={1.6} aria-hidden />
            {folder.name}
          </p>
          {folderProblem === null ? (
            <p className={styles.folder}>
              <Status tone="good" word="正常" quiet />
              <span className={styles.muted}>{`约 20 秒查看一次，${lookedWords(lookedAt)}`}</span>
            </p>
          ) : (
            <p className={styles.folder}>
              <Status tone="warn" word="暂停" quiet />
              <span>{`${folderProblem.title}。${folderProblem.advice}`}</span>
            </p>
          )}
        </>
      )}
      <div className={styles.actions}>
        <Button variant={folder === null ? 'filled' : 'default'} onClick={choose}>
          {folder === null ? '选择共享文件夹…' : '换一个…'}
        </Button>
        {folder === null ? null : (
          <Button variant="default" onClick={leave}>
            停用
          </Button>
        )}
      </div>
      <Checkbox
        className={styles.option ?? ''}
        checked={askEach}
        label="合并前先看：每一批都列出内容，点了才合并"
        onChange={(event) => toggle(event.currentTarget.checked)}
      />
    </section>
  )
}
