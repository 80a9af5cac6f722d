import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { StationName } from '#shared/exchange/exchange-body.ts'
import type { ExchangeStatus } from '#shared/ipc/exchange-channels.ts'
import { desktop } from '../../platform/desktop.ts'
import { useOpeningState } from '../../state/opening-state.ts'
import { tellFailure } from '../../ui/tell-failure.ts'
import styles from './Exchange.module.css'

interface SectionProps {
  readonly unit: string
  readonly status: ExchangeStatus
  readonly onChanged: () => Promise<void>
}

/** 本机: its name for the other PCs and the code they compare. */
export function OwnPcSection({ unit, status, onChanged }: SectionProps) {
  const { me } = status
  const reopen = useOpeningState((state) => state.reopen)
  const [typed, setTyped] = useState<string | null>(null)
  const name = typed ?? me.name
  const isFit = StationName.safeParse(name.trim()).success

  function save() {
    setTyped(null)
    if (typed === null || !isFit || typed.trim() === me.name) return
    tellFailure(
      desktop.call('exchange:settings', { unit, name: typed.trim() }).then(async (saved) => {
        await onChanged()
        return saved
      }),
    )
  }
  function renewKey() {
    tellFailure(
      desktop.call('exchange:renew-key', { unit }).then(async (made) => {
        await onChanged()
        return made
      }),
      '没有生成',
    )
  }
  function renewStation() {
    tellFailure(
      desktop.call('exchange:renew-station', null).then((done) => {
        if (done.ok) reopen()
        return done
      }),
      '没有换编号',
    )
  }

  return (
    <section aria-label="本机">
      <h2 className={styles.heading}>本机</h2>
      <TextInput
        label="本机名称"
        description="其他电脑上显示的名称"
        maxLength={40}
        value={name}
        error={isFit ? null : '请填写名称'}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) save()
        }}
      />
      {me.code === null ? null : (
        <>
          <p className={styles.term}>本机校验码</p>
          <p className={styles.code}>{me.code}</p>
          <p className={styles.quiet}>其他电脑第一次接收本机的修改时，核对这 30 位数字。</p>
        </>
      )}
      {me.problem === null ? null : (
        <div role="alert">
          <p className={styles.problem}>{`${me.problem.title}。${me.problem.advice}`}</p>
          {me.problem.code === 'exchange.station-twice' ? (
            <Button variant="default" onClick={renewStation}>
              给本机换编号
            </Button>
          ) : (
            <Button variant="default" onClick={renewKey}>
              重新生成密钥
            </Button>
          )}
        </div>
      )}
    </section>
  )
}
