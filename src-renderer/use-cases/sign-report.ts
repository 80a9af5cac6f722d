import type { Override } from '#shared/bundle/report-body.ts'
import { createRecord } from '#shared/edits/operations.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { IndicatorResult, ReportPeriod } from '#shared/indicators/indicator.ts'
import type { OutboxEntry, SignedFileRef } from '#shared/ipc/bundle-channels.ts'
import type { Desktop, Request } from '#shared/ipc/contract.ts'
import type { PlanPack } from '#shared/pack/plan-pack.ts'
import { PROFILE_ID } from '#shared/records/profile.ts'
import { type ReportParts, reportParts } from '#shared/report/report-parts.ts'
import { err, type Result } from '#shared/result.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { nextReportPlace } from './report-standing.ts'

export interface SigningDeps {
  readonly desktop: Pick<Desktop, 'call'>
  readonly workspace: Pick<Workspace, 'records' | 'station' | 'commit'>
  readonly pack: PlanPack
  /** Id of the new 报送批次. */
  readonly newId: () => string
}

export interface ReportToSign {
  readonly period: ReportPeriod
  readonly results: readonly IndicatorResult[]
  readonly contacts: 'included' | 'omitted'
  readonly overrides: readonly Override[]
  readonly signer: Request<'bundle:sign'>['signer']
  /** `YYYY-MM-DD`. */
  readonly today: string
}

/** 定稿签名: signs the quarter and enters the 报送批次. A wrong 口令 leaves nothing behind. */
export async function signReport(
  deps: SigningDeps,
  report: ReportToSign,
): Promise<Result<SignedFileRef, AppError>> {
  const outbox = await deps.desktop.call('bundle:outbox', null)
  if (!outbox.ok) return outbox
  const parts = partsOf(deps, report, outbox.value)
  if (parts === null) return err({ code: 'system.unexpected', detail: '没有本单位档案' })
  const { body, heading } = parts
  const signed = await deps.desktop.call('bundle:sign', { heading, body, signer: report.signer })
  if (!signed.ok) return signed
  const entered = await deps.workspace.commit({
    ops: [
      createRecord('submission', deps.newId(), {
        period: report.period.id,
        seq: heading.seq,
        identity: signed.value.identity,
        code: signed.value.code,
        fileName: signed.value.name,
        ...(heading.supersedes === null ? {} : { supersedes: heading.supersedes }),
        state: '定稿',
        signedOn: report.today,
      }),
    ],
    why: { kind: 'typed' },
    title: `定稿签名 ${signed.value.name}`,
  })
  return entered.ok ? signed : entered
}

function partsOf(
  { workspace, pack }: SigningDeps,
  { period, results, contacts, overrides }: ReportToSign,
  outbox: readonly OutboxEntry[],
): ReportParts | null {
  const { records, station } = workspace
  const unit = records.get('profile', PROFILE_ID)?.unit ?? ''
  const place = nextReportPlace(records.of('submission'), outbox, unit, period.id)
  return reportParts(records, pack, period, { results, contacts, station, place, overrides })
}
