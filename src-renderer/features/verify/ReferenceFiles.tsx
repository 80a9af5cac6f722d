import { ActionIcon, Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconX } from '@tabler/icons-react'
import type { FileRef } from '#shared/ipc/channel.ts'
import { desktop } from '../../platform/desktop.ts'
import { sentenceOf } from '../../ui/sentence.ts'
import styles from './Verify.module.css'

export interface ReferenceFilesProps {
  readonly trust: FileRef | null
  readonly previous: FileRef | null
  readonly onChange: (change: { readonly trust?: FileRef | null; readonly previous?: FileRef | null }) => void
}

/** What the file is checked against: a trust list, and the last file accepted from the same unit. */
export function ReferenceFiles({ trust, previous, onChange }: ReferenceFilesProps) {
  return (
    <div className={styles.references}>
      <Reference
        title="信任名单"
        absent="没有选，只认本机密钥"
        purpose="trust"
        file={trust}
        onFile={(file) => onChange({ trust: file })}
      />
      <Reference
        title="上一份文件"
        absent="没有选，不核对次序"
        purpose="bundle"
        file={previous}
        onFile={(file) => onChange({ previous: file })}
      />
    </div>
  )
}

interface ReferenceProps {
  readonly title: string
  readonly absent: string
  readonly purpose: 'trust' | 'bundle'
  readonly file: FileRef | null
  readonly onFile: (file: FileRef | null) => void
}

function Reference({ title, absent, purpose, file, onFile }: ReferenceProps) {
  const pick = async () => {
    const picked = await desktop.call('files:pick', { purpose, multiple: false })
    if (!picked.ok) {
      notifications.show({ color: 'red', title: '没有打开', message: sentenceOf(picked.error) })
      return
    }
    const chosen = picked.value?.[0]
    if (chosen !== undefined) onFile(chosen)
  }
  return (
    <div className={styles.reference}>
      <span>{title}：</span>
      <span className={file === null ? styles.muted : styles.fileName}>{file?.name ?? absent}</span>
      {file === null ? null : (
        <ActionIcon aria-label={`不用这份${title}`} size={24} onClick={() => onFile(null)}>
          <IconX size={14} aria-hidden />
        </ActionIcon>
      )}
      <Button variant="default" size="compact-xs" onClick={() => void pick()}>
        选择…
      </Button>
    </div>
  )
}
