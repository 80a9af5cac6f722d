import { Checkbox, Modal } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { desktop } from '../../platform/desktop.ts'
import { DialogEnd } from '../../ui/DialogEnd.tsx'
import { sentenceOf } from '../../ui/sentence.ts'
import styles from './Exchange.module.css'

/** 导出同步文件: everything that was entered here, as files for a stick. */
export function ExportDialog({ unit, onClose }: { unit: string; onClose: () => void }) {
  const [all, setAll] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)

  async function choose() {
    const folder = await desktop.call('files:pick-folder', { purpose: 'export' })
    if (!folder.ok) return setFailure(sentenceOf(folder.error))
    if (folder.value === null) return
    setBusy(true)
    const written = await desktop.call('exchange:export', { unit, token: folder.value.token, all })
    setBusy(false)
    if (!written.ok) return setFailure(sentenceOf(written.error))
    const { files, edits, folder: place } = written.value
    notifications.show({
      title: '同步文件已导出',
      message: `${files} 个文件、${edits} 项修改，在“${place.name}”。请拿到另一台电脑上，在“同步”里导入。`,
      autoClose: 10_000,
    })
    onClose()
  }

  return (
    <Modal opened onClose={onClose} title="导出同步文件" size="lg">
      <p className={styles.words}>
        写出本机至今的全部修改，对方已有的导入时会自动跳过，多导几次也不会重复。文件含联系电话等个人信息，用完请从U盘上删除。
      </p>
      <Checkbox
        className={styles.option ?? ''}
        checked={all}
        label="连同从其他电脑收到的修改（给连不上共享文件夹的电脑）"
        onChange={(event) => setAll(event.currentTarget.checked)}
      />
      <DialogEnd
        failure={failure}
        confirm="选择位置并导出…"
        busy={busy}
        onConfirm={() => void choose()}
        onCancel={onClose}
      />
    </Modal>
  )
}
