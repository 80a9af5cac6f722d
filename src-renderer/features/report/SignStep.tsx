import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { reportedFigure } from '#shared/bundle/report-body.ts'
import type { IndicatorResult, ReportPeriod } from '#shared/indicators/indicator.ts'
import type { OutboxEntry } from '#shared/ipc/bundle-channels.ts'
import type { Row } from '#shared/records/dictionary.ts'
import type { Profile } from '#shared/records/profile.ts'
import type { CheckFinding } from '#shared/report/check-list.ts'
import type { Reasons } from '#shared/report/report-notes.ts'
import { desktop } from '../../platform/desktop.ts'
import { newId } from '../../platform/new-id.ts'
import { today } from '../../platform/today.ts'
import { sentenceOf } from '../../ui/sentence.ts'
import { signReport } from '../../use-cases/sign-report.ts'
import { PLAN_PACK } from '../../workspace/plan-pack.ts'
import { useWorkspace } from '../../workspace/use-workspace.ts'
import { KeyChoice } from './KeyChoice.tsx'
import { NewKeyForm } from './NewKeyForm.tsx'
import { NumbersTable } from './NumbersTable.tsx'
import styles from './Report.module.css'
import { type PeriodDraft, useReportDrafts } from './report-draft.ts'
import { reasonOverrides, signingObstacle } from './report-steps.ts'
import { SignedReport } from './SignedReport.tsx'
import type { SigningFiles } from './use-signing-files.ts'

export interface SignStepProps {
  readonly profile: Profile
  readonly period: ReportPeriod
  readonly findings: readonly CheckFinding[]
  readonly results: readonly IndicatorResult[]
  readonly reasons: Reasons
  readonly draft: PeriodDraft
  readonly standing: Row<'submission'> | null
  /** The report in force that a new one will replace. */
  readonly replaced: Row<'submission'> | null
  readonly file: OutboxEntry | undefined
  readonly files: SigningFiles
}

/** ③ 定稿签名, and what there is to do with a signed file: 审核签名, 撤回. */
export function SignStep(props: SignStepProps) {
  const { standing, file, files, profile, period } = props
  return standing === null ? (
    <SignForm {...props} />
  ) : (
    <SignedReport standing={standing} file={file} files={files} profile={profile} period={period} />
  )
}

function SignForm(props: SignStepProps) {
  const { profile, period, findings, results, reasons, draft, replaced, files } = props
  const workspace = useWorkspace()
  const { change, show } = useReportDrafts()
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const obstacle = signingObstacle(findings, reasons)

  const sign = async (signer: { readonly kid: string; readonly passphrase: string }) => {
    setBusy(true)
    const signed = await signReport(
      { desktop, workspace, pack: PLAN_PACK, newId },
      {
        period,
        results,
        contacts: draft.contacts,
        overrides: reasonOverrides(findings, reasons),
        signer,
        today: today(),
      },
    )
    setBusy(false)
    if (!signed.ok) return setFailure(sentenceOf(signed.error))
    change(period.id, { again: false })
    files.refresh()
  }

  return (
    <div className={styles.columns}>
      <section className={styles.column} aria-label="定稿签名">
        <h2 className={styles.heading}>定稿签名</h2>
        {replaced === null ? null : (
          <p className={styles.lead}>
            本期已报送 {replaced.fileName}，新文件将替代它。
            <Button variant="subtle" onClick={() => change(period.id, { again: false })}>
              不重报了
            </Button>
          </p>
        )}
        <p className={styles.lead}>
          签名后数据打包成报送文件，得到 30
          位校验码。报送登记以前可以随时撤回。校验签名不是电子签章，仍以盖章的纸质件为准。
        </p>
        <Checkbox
          size="xs"
          className={styles.check ?? ''}
          label="是否随包报送联系方式（企业联系人、电话）"
          description="默认不报送；市局要求时再勾选"
          checked={draft.contacts === 'included'}
          onChange={(event) =>
            change(period.id, { contacts: event.currentTarget.checked ? 'included' : 'omitted' })
          }
        />
        <KeyChoice
          signer="preparer"
          profile={profile}
          keys={files.keys}
          failure={failure}
          busy={busy}
          action="定稿签名"
          obstacle={obstacle}
          onKeyMade={files.refresh}
          onSign={(unlock) => void sign(unlock)}
        />
        {obstacle === null ? null : (
          <Button className={styles.check ?? ''} variant="default" onClick={() => show('check')}>
            去检查清单
          </Button>
        )}
        <ReviewerKey profile={profile} files={files} />
      </section>
      <section className={styles.column} aria-label="将报送的数">
        <h2 className={styles.heading}>将报送的数</h2>
        <NumbersTable figures={results.map(reportedFigure)} />
      </section>
    </div>
  )
}

/** The 审核人 key must be there before 定稿, so that its public half travels in the file. */
function ReviewerKey({ profile, files }: { profile: Profile; files: SigningFiles }) {
  const [making, setMaking] = useState(false)
  const reviewers = files.keys.filter((key) => key.role === 'reviewer' && key.unit === profile.unit)
  if (making) {
    return (
      <NewKeyForm
        signer="reviewer"
        unit={profile.unit ?? ''}
        person={profile.reviewer ?? ''}
        onMade={() => {
          setMaking(false)
          files.refresh()
        }}
        onCancel={() => setMaking(false)}
      />
    )
  }
  return (
    <div className={styles.actions}>
      <span className={styles.muted}>
        {reviewers.length === 0
          ? '定稿后如果还要审核签名，请先建审核人密钥，公钥要随文件携带。'
          : `审核人密钥已建（${reviewers.map((key) => key.person).join('、')}），公钥随文件携带。`}
      </span>
      {reviewers.length === 0 ? (
        <Button variant="default" onClick={() => setMaking(true)}>
          建审核人密钥
        </Button>
      ) : null}
    </div>
  )
}
