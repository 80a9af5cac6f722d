import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import { useLockState } from '../../state/lock-state.ts'
import { LockDialog } from './LockDialog.tsx'
import { RemoveLockDialog } from './RemoveLockDialog.tsx'
import styles from './settings.module.css'

/** 屏幕锁: off on a PC that one clerk uses alone. */
export function LockSection() {
  const minutes = useLockState((state) => state.minutes)
  const lock = useLockState((state) => state.lock)
  const [dialog, setDialog] = useState<'set' | 'remove' | null>(null)
  const close = () => setDialog(null)
  return (
    <section className={styles.section} aria-label="屏幕锁">
      <h2 className={styles.heading}>屏幕锁</h2>
      <p className={styles.line}>
        <IconLock size={18} stroke={1.6} aria-hidden />
        {minutes === null ? '未启用' : `离开 ${minutes} 分钟自动锁定；按 Ctrl+L 立即锁定`}
      </p>
      <p className={styles.quiet}>
        几个人共用这台电脑时启用，防止别人顺手翻看、改动。它不加密数据文件，离开较久时请锁定或退出系统账户。
      </p>
      <div className={styles.actions}>
        <Button variant="default" onClick={() => setDialog('set')}>
          {minutes === null ? '启用屏幕锁' : '更改'}
        </Button>
        {minutes === null ? null : (
          <>
            <Button variant="default" onClick={() => setDialog('remove')}>
              停用
            </Button>
            <Button variant="default" onClick={lock}>
              立即锁定
            </Button>
          </>
        )}
      </div>
      {dialog === 'set' ? <LockDialog minutes={minutes} onClose={close} /> : null}
      {dialog === 'remove' ? <RemoveLockDialog onClose={close} /> : null}
    </section>
  )
}
