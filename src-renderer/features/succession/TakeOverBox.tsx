import { Button } from '@mantine/core'
import { IconUserCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { Protection } from '../../state/backup-state.ts'
import { useScreenState } from '../../state/screen-state.ts'
import { Status } from '../../ui/Status.tsx'
import styles from './succession.module.css'
import { TakeOverDialog } from './TakeOverDialog.tsx'

export interface TakeOverBoxProps {
  readonly leaver: string
  readonly reviewer: string
  readonly protection: Protection
}

/** 接任 on this PC, and what a successor does next. */
export function TakeOverBox({ leaver, reviewer, protection }: TakeOverBoxProps) {
  const goTo = useScreenState((state) => state.goTo)
  const [asking, setAsking] = useState(false)
  const [successor, setSuccessor] = useState<string | null>(null)
  return (
    <section className={styles.group} aria-label="接任">
      <h2 className={styles.heading}>接任</h2>
      {successor === null ? (
        <p className={styles.hint}>
          新的填报人在这里接手。换了电脑的，先在“备份”里从移交包恢复，再回到这里。
        </p>
      ) : (
        <p className={styles.made}>
          <Status tone="good" word={`${successor}已接任`} />
          <span className={styles.hint}>
            接下来：在“设置”生成自己的签名密钥并向市级登记；在“备份”更换口令、重印恢复单；逐项办理待办事项。
          </span>
        </p>
      )}
      <div className={styles.actions}>
        {successor === null ? (
          <Button
            variant="default"
            disabled={protection === null}
            leftSection={<IconUserCheck size={16} aria-hidden />}
            onClick={() => setAsking(true)}
          >
            接任…
          </Button>
        ) : (
          <>
            <Button variant="default" onClick={() => goTo('settings')}>
              去“设置”
            </Button>
            <Button variant="default" onClick={() => goTo('backup')}>
              去“备份”
            </Button>
          </>
        )}
      </div>
      {asking ? (
        <TakeOverDialog
          leaver={leaver}
          reviewer={reviewer}
          protection={protection ?? []}
          onDone={(name) => {
            setAsking(false)
            setSuccessor(name)
          }}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </section>
  )
}
