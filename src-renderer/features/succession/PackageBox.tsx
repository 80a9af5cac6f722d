import { Button } from '@mantine/core'
import { IconPackageExport } from '@tabler/icons-react'
import { useState } from 'react'
import type { Reply } from '#shared/ipc/contract.ts'
import { desktop } from '../../platform/desktop.ts'
import type { Protection } from '../../state/backup-state.ts'
import { useScreenState } from '../../state/screen-state.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Status } from '../../ui/Status.tsx'
import { sentenceOf } from '../../ui/sentence.ts'
import styles from './succession.module.css'

export type MadePackage = Extract<Reply<'backup:package'>, { ok: true }>['value']

export interface PackageBoxProps {
  readonly made: MadePackage | null
  readonly protection: Protection
  readonly onMade: (made: MadePackage) => void
}

/** 移交包: the whole data with its history, in one file for the successor. */
export function PackageBox({ made, protection, onMade }: PackageBoxProps) {
  const goTo = useScreenState((state) => state.goTo)
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  async function make() {
    setFailure(null)
    const picked = await desktop.call('files:pick-folder', { purpose: 'export' })
    if (!picked.ok || picked.value === null) return
    setBusy(true)
    const packed = await desktop.call('backup:package', { token: picked.value.token })
    setBusy(false)
    if (packed.ok) onMade(packed.value)
    else setFailure(sentenceOf(packed.error))
  }

  const isOpen = protection !== null && protection.length === 0
  return (
    <section className={styles.group} aria-label="移交包">
      <h2 className={styles.heading}>移交包</h2>
      {made === null ? (
        <p className={styles.hint}>
          全部数据、操作记录、发件箱和密钥文件，写完后重新打开核对。请存到U盘，连同清单交给接任者。
        </p>
      ) : (
        <p className={styles.made}>
          <Status tone="good" word="已生成，已核对" />
          <span>{made.name}</span>
          <span className={styles.hint}>校验码 {made.code}</span>
        </p>
      )}
      {isOpen ? (
        <p className={styles.hint}>
          还没有设置备份口令，移交包不加密，谁拿到都能打开。
          <Button size="compact-xs" variant="subtle" onClick={() => goTo('backup')}>
            去“备份”设置
          </Button>
        </p>
      ) : null}
      <Failure sentence={failure} />
      <div className={styles.actions}>
        <Button
          variant="default"
          loading={busy}
          leftSection={<IconPackageExport size={16} aria-hidden />}
          onClick={() => void make()}
        >
          {made === null ? '生成移交包…' : '再生成一份…'}
        </Button>
        {made === null ? null : (
          <Button variant="default" onClick={() => void desktop.call('files:reveal', { token: made.token })}>
            打开所在文件夹
          </Button>
        )}
      </div>
    </section>
  )
}
