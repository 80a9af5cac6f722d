import { Modal, PasswordInput, SegmentedControl } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { LOCK_MINUTES, type LockMinutes } from '#shared/ipc/lock-channels.ts'
import { desktop } from '../../platform/desktop.ts'
import { useLockState } from '../../state/lock-state.ts'
import { DialogEnd } from '../../ui/DialogEnd.tsx'
import { sentenceOf } from '../../ui/sentence.ts'
import { closableWhile } from '../../ui/unsaved-guard.ts'
import styles from './settings.module.css'

/** Sets 屏幕锁, or another 口令 and time for the one there is. */
export function LockDialog({ minutes, onClose }: { minutes: LockMinutes | null; onClose: () => void }) {
  const [texts, setTexts] = useState({ current: '', passphrase: '', repeated: '' })
  const [chosen, setChosen] = useState<LockMinutes>(minutes ?? 10)
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const isTyped = Object.values(texts).some((text) => text !== '')

  async function save(event: FormEvent) {
    event.preventDefault()
    if (texts.passphrase === '') return setFailure('请设置锁屏口令')
    if (texts.passphrase !== texts.repeated) return setFailure('两次输入的口令不一样，请重新输入')
    setBusy(true)
    const current = minutes === null ? null : texts.current || null
    const set = await desktop.call('lock:set', { current, passphrase: texts.passphrase, minutes: chosen })
    setBusy(false)
    if (!set.ok) return setFailure(sentenceOf(set.error))
    useLockState.getState().setMinutes(chosen)
    return onClose()
  }

  const field = (name: keyof typeof texts, label: string, focused = false) => (
    <PasswordInput
      size="xs"
      label={label}
      autoComplete="off"
      {...(focused ? { 'data-autofocus': true } : {})}
      value={texts[name]}
      visibilityToggleButtonProps={{ 'aria-label': '显示或隐藏口令' }}
      onChange={(event) => {
        const { value } = event.currentTarget
        setTexts((before) => ({ ...before, [name]: value }))
        setFailure(null)
      }}
    />
  )
  return (
    <Modal
      opened
      onClose={onClose}
      title={minutes === null ? '启用屏幕锁' : '更改屏幕锁'}
      {...closableWhile(!isTyped)}
    >
      <form className={styles.form} aria-label="屏幕锁" onSubmit={(event) => void save(event)}>
        {minutes === null ? null : field('current', '现在的锁屏口令', true)}
        {field(
          'passphrase',
          minutes === null ? '锁屏口令（至少 4 个字符）' : '新的锁屏口令',
          minutes === null,
        )}
        {field('repeated', '再输一次')}
        <div>
          <p className={styles.words}>离开多久自动锁定（分钟）</p>
          <SegmentedControl
            size="xs"
            aria-label="离开多久自动锁定"
            value={String(chosen)}
            data={LOCK_MINUTES.map(String)}
            onChange={(value) => setChosen(LOCK_MINUTES.find((each) => String(each) === value) ?? chosen)}
          />
        </div>
        <p className={styles.quiet}>忘记锁屏口令时，可在锁屏界面凭办公室口令、审核人口令或恢复单解锁。</p>
        <DialogEnd
          failure={failure}
          confirm={minutes === null ? '启用' : '保存'}
          busy={busy}
          onCancel={onClose}
        />
      </form>
    </Modal>
  )
}
