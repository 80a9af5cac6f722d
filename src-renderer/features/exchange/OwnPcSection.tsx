import { Button } from '@mantine/core'
import { StationName } from '#shared/exchange/exchange-body.ts'
import type { ExchangeStatus } from '#shared/ipc/exchange-channels.ts'
import { PROFILE_ID } from '#shared/records/profile.ts'
import { desktop } from '../../platform/desktop.ts'
import { useOpeningState } from '../../state/opening-state.ts'
import { useOperatorState } from '../../state/operator-state.ts'
import { tellFailure } from '../../ui/tell-failure.ts'
import { useRecords } from '../../workspace/use-workspace.ts'
import styles from './Exchange.module.css'
import { SavedText } from './SavedText.tsx'

/** As long as a name may be in an edit. */
const LONGEST_AUTHOR = 60

interface SectionProps {
  readonly unit: string
  readonly status: ExchangeStatus
  readonly onChanged: () => Promise<void>
}

/** 本机: its name for the other PCs and the code they compare. */
export function OwnPcSection({ unit, status, onChanged }: SectionProps) {
  const { me } = status
  const reopen = useOpeningState((state) => state.reopen)
  const preparer = useRecords().get('profile', PROFILE_ID)?.preparer ?? ''
  const operator = useOperatorState((state) => state.operator)
  const nameOperator = useOperatorState((state) => state.name)

  function rename(name: string) {
    tellFailure(
      desktop.call('exchange:settings', { unit, name }).then(async (saved) => {
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
      <SavedText
        label="本机名称"
        description="其他电脑上显示的名称"
        value={me.name}
        isFit={(name) => StationName.safeParse(name).success}
        onSave={rename}
      />
      <SavedText
        label="本机操作人"
        description="写在本机的修改记录里，不改本单位档案"
        value={operator ?? preparer}
        isFit={(name) => name.length > 0 && name.length <= LONGEST_AUTHOR}
        onSave={nameOperator}
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
          ) : null}
          {me.problem.code.startsWith('exchange.key-') ? (
            <Button variant="default" onClick={renewKey}>
              重新生成密钥
            </Button>
          ) : null}
        </div>
      )}
    </section>
  )
}
