import { Button } from '@mantine/core'
import styles from './dialog.module.css'
import { Failure } from './Failure.tsx'

export interface DialogEndProps {
  /** What went wrong at the last attempt. */
  readonly failure: string | null
  readonly confirm: string
  readonly busy: boolean
  /** 取消 when left out. */
  readonly cancel?: string
  readonly disabled?: boolean
  /** Left out in a form, whose submit it is. */
  readonly onConfirm?: () => void
  readonly onCancel: () => void
}

/** The end of a dialog: what went wrong, 取消, and what it is for. */
export function DialogEnd({ failure, confirm, cancel = '取消', ...props }: DialogEndProps) {
  const { busy, disabled = false, onConfirm, onCancel } = props
  return (
    <>
      <Failure sentence={failure} />
      <div className={styles.actions}>
        <Button variant="default" onClick={onCancel}>
          {cancel}
        </Button>
        <Button
          type={onConfirm === undefined ? 'submit' : 'button'}
          loading={busy}
          disabled={disabled}
          {...(onConfirm === undefined ? {} : { onClick: onConfirm })}
        >
          {confirm}
        </Button>
      </div>
    </>
  )
}
