import { Button, Modal, Progress } from '@mantine/core'
import styles from './dialog.module.css'

export interface ProgressDialogProps {
  readonly title: string
  /** What is being done now, for example 读取工作表. */
  readonly label: string
  readonly done: number
  /** null while the size is unknown. */
  readonly total: number | null
  /** null when the task cannot be cancelled any more. */
  readonly onCancel: (() => void) | null
}

/** A long task: bar, count and 取消. It closes only by its task. */
export function ProgressDialog({ title, label, done, total, onCancel }: ProgressDialogProps) {
  const percent = total === null || total === 0 ? 100 : Math.min(100, (done / total) * 100)
  const count = total !== null ? `${done} / ${total}` : done > 0 ? `已完成 ${done}` : ''
  return (
    <Modal
      opened
      onClose={() => undefined}
      title={title}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
    >
      <Progress value={percent} animated={total === null} aria-label={title} />
      <div className={styles.line}>
        <span>{label}</span>
        <span className={styles.count}>{count}</span>
      </div>
      {onCancel === null ? null : (
        <div className={styles.actions}>
          <Button variant="default" onClick={onCancel}>
            取消
          </Button>
        </div>
      )}
    </Modal>
  )
}
