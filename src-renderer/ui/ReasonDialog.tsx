import { Button, Modal, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Result } from '#shared/result.ts'
import styles from './dialog.module.css'
import { sentenceOf } from './sentence.ts'
import { closableWhile } from './unsaved-guard.ts'

/** As long as a reason may be in an edit. */
const LONGEST_REASON = 200

export interface ReasonDialogProps {
  readonly title: string
  /** What will happen, and how it is taken back. */
  readonly explanation: ReactNode
  readonly reasonLabel: string
  /** Common reasons to click. */
  readonly stockReasons?: readonly string[]
  readonly confirm: string
  readonly onConfirm: (reason: string) => Promise<Result<unknown, AppError>>
  readonly onClose: () => void
}

/** Asks for a typed reason (作废, 退出名单). A failure keeps the typed text and says what happened. */
export function ReasonDialog(props: ReasonDialogProps) {
  const [reason, setReason] = useState('')
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  async function confirm() {
    if (reason.trim() === '') {
      setFailure(`请填写${props.reasonLabel}`)
      return
    }
    setBusy(true)
    const result = await props.onConfirm(reason.trim())
    setBusy(false)
    if (result.ok) props.onClose()
    else setFailure(sentenceOf(result.error))
  }

  return (
    <Modal opened onClose={props.onClose} title={props.title} {...closableWhile(reason === '')}>
      <p>{props.explanation}</p>
      <TextInput
        data-autofocus
        label={props.reasonLabel}
        maxLength={LONGEST_REASON}
        value={reason}
        error={failure}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) void confirm()
        }}
      />
      <div className={styles.stock}>
        {props.stockReasons?.map((stock) => (
          <Button key={stock} variant="default" onClick={() => setReason(stock)}>
            {stock}
          </Button>
        ))}
      </div>
      <div className={styles.actions}>
        <Button variant="default" onClick={props.onClose}>
          取消
        </Button>
        <Button loading={busy} onClick={() => void confirm()}>
          {props.confirm}
        </Button>
      </div>
    </Modal>
  )
}
