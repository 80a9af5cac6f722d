import { Button, Checkbox, Modal } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEffect, useState } from 'react'
import type { AppError } from '#shared/errors/app-error.ts'
import type { BatchPreview } from '#shared/exchange/preview.ts'
import type { BatchToken, OtherPc } from '#shared/ipc/exchange-channels.ts'
import { desktop } from '../../platform/desktop.ts'
import dialog from '../../ui/dialog.module.css'
import { sentenceOf } from '../../ui/sentence.ts'
import { acceptAndMerge } from '../../use-cases/exchange-accept.ts'
import { useWorkspace } from '../../workspace/use-workspace.ts'
import styles from './Exchange.module.css'
import { carriedWords, previewHead, previewLines, previewOpen, restWords } from './exchange-words.ts'
import { MergedNotice } from './notices.tsx'

interface BatchDialogProps {
  readonly unit: string
  readonly pc: OtherPc
  readonly askEach: boolean
  readonly onClose: () => void
  readonly onChanged: () => Promise<void>
}

interface Seen {
  readonly batch: BatchToken
  readonly preview: BatchPreview
}

/** What a PC has brought, before it is taken up; for a new PC also the code to compare. */
export function BatchDialog({ unit, pc, askEach, onClose, onChanged }: BatchDialogProps) {
  const workspace = useWorkspace()
  const isNew = pc.standing === 'new'
  const [seen, setSeen] = useState<Seen | null>(null)
  const [compared, setCompared] = useState(!isNew)
  const [failure, setFailure] = useState<AppError | null>(null)
  const [busy, setBusy] = useState(false)
  const { kid } = pc

  useEffect(() => {
    void desktop.call('exchange:preview', { unit, kid }).then((shown) => {
      if (!shown.ok) setFailure(shown.error)
      else setSeen({ batch: shown.value.batch, preview: workspace.preview(shown.value.edits) })
    })
  }, [unit, kid, workspace])

  async function merge({ batch }: Seen) {
    setBusy(true)
    const done = await acceptAndMerge(desktop, workspace, { unit, kid, batch })
    setBusy(false)
    if (!done.ok) return setFailure(done.error)
    if (done.value.edits > 0) {
      const merged = { kid, name: pc.name, ...done.value }
      notifications.show({ message: <MergedNotice batch={merged} />, autoClose: 10_000 })
    }
    onClose()
    await onChanged()
  }
  async function refuse() {
    const judged = await desktop.call('exchange:judge', { unit, kid, standing: 'refused' })
    if (!judged.ok) return setFailure(judged.error)
    onClose()
    await onChanged()
  }

  const open = seen === null ? null : previewOpen(seen.preview)
  const rest = seen === null ? null : restWords(pc, seen.preview.edits, askEach)
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={isNew ? `接收“${pc.name}”的修改` : `“${pc.name}”送来的修改`}
    >
      {isNew ? (
        <>
          <p className={styles.words}>
            请看“{pc.name}”上“同步”页面里的本机校验码，与下面 30
            位数字是否一模一样；不在一起时可打电话核对。核对一次，以后这台电脑的修改自动合并。
          </p>
          <p className={styles.bigCode}>{pc.code}</p>
          <Checkbox
            checked={compared}
            label="已核对，数字完全一致"
            onChange={(event) => setCompared(event.currentTarget.checked)}
          />
        </>
      ) : null}
      {carriedWords(pc).map((line) => (
        <p key={line} className={styles.words}>
          {line}
        </p>
      ))}
      {seen === null ? (
        failure === null ? (
          <p className={styles.words}>正在比对…</p>
        ) : null
      ) : (
        <section aria-label="合并预览" className={styles.preview}>
          <p className={styles.words}>{previewHead(seen.preview)}</p>
          {rest === null ? null : <p className={styles.words}>{rest}</p>}
          <ul className={styles.list}>
            {previewLines(seen.preview).map((line) => (
              <li key={line} className={styles.line}>
                {line}
              </li>
            ))}
          </ul>
          {open === null ? null : <p className={styles.warn}>{open}</p>}
        </section>
      )}
      {failure === null ? null : (
        <p role="alert" className={styles.problem}>
          {sentenceOf(failure)}
        </p>
      )}
      <div className={dialog.actions}>
        {isNew ? (
          <Button variant="default" onClick={() => void refuse()}>
            不接收这台电脑
          </Button>
        ) : null}
        <Button variant="default" onClick={onClose}>
          先不合并
        </Button>
        <Button
          loading={busy}
          disabled={seen === null || !compared}
          onClick={() => {
            if (seen !== null) void merge(seen)
          }}
        >
          {isNew ? '接收并合并' : '合并'}
        </Button>
      </div>
    </Modal>
  )
}
