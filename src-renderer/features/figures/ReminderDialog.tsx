import { Button, Modal } from '@mantine/core'
import { useRef, useState } from 'react'
import styles from './Figures.module.css'

export interface ReminderDialogProps {
  readonly text: string
  readonly onClose: () => void
}

/** 催报文字, ready to paste into a group message. */
export function ReminderDialog({ text, onClose }: ReminderDialogProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const [copied, setCopied] = useState(false)

  function copy() {
    area.current?.focus()
    area.current?.select()
    // the Clipboard API needs a permission, and the program grants none
    setCopied(document.execCommand('copy'))
  }

  return (
    <Modal opened onClose={onClose} title="催报文字" size="lg">
      <textarea ref={area} className={styles.reminder} aria-label="催报文字" defaultValue={text} rows={14} />
      <div className={styles.dialogActions}>
        {copied ? <span role="status">已复制，可以粘贴到微信或邮件</span> : null}
        <Button variant="default" onClick={onClose}>
          关闭
        </Button>
        <Button data-autofocus onClick={copy}>
          复制
        </Button>
      </div>
    </Modal>
  )
}
