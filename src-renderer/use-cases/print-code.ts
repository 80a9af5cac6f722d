import type { AppError } from '#shared/errors/app-error.ts'
import type { ReportPeriod } from '#shared/indicators/indicator.ts'
import type { Desktop } from '#shared/ipc/contract.ts'
import type { PlanPack } from '#shared/pack/plan-pack.ts'
import { ok, type Result } from '#shared/result.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { reportBodyNow } from './report-body-now.ts'
import { standingReport } from './report-standing.ts'

/** The code that binds paper to a signed file, and the day it was signed. */
export interface BoundCode {
  readonly code: string
  /** 定稿日期, `YYYY-MM-DD`: paper shows it as 填报日期, as the material handed over does. */
  readonly signedOn: string
}

/** Which 定稿 a sheet printed now belongs to; `changed` and `missing` are printed without a code and said so. */
export type PaperCode =
  | { readonly kind: 'unsigned' }
  | ({ readonly kind: 'bound'; readonly fileName: string } & BoundCode)
  | { readonly kind: 'changed'; readonly fileName: string }
  | { readonly kind: 'missing'; readonly fileName: string }

export interface PaperCodeDeps {
  readonly desktop: Pick<Desktop, 'call'>
  readonly workspace: Pick<Workspace, 'records' | 'station'>
  readonly pack: PlanPack
}

/** 定稿签名 → printed with code (DOMAIN.md J16): the code of the period's 定稿 while the data is still what was signed. */
export async function paperCode(
  { desktop, workspace, pack }: PaperCodeDeps,
  period: ReportPeriod,
): Promise<Result<PaperCode, AppError>> {
  const standing = standingReport(workspace.records.of('submission'), period.id)
  if (standing === null) return ok({ kind: 'unsigned' })
  const { identity, code, signedOn, fileName = '' } = standing
  const outbox = await desktop.call('bundle:outbox', null)
  if (!outbox.ok) return outbox
  const file = outbox.value.find((entry) => entry.identity === identity)
  if (file === undefined) return ok({ kind: 'missing', fileName })
  const contents = await desktop.call('bundle:contents', { token: file.token })
  if (!contents.ok) return contents
  const body = reportBodyNow(workspace, pack, period, contents.value.contacts)
  const same = await desktop.call('bundle:still-signed', { token: file.token, body })
  if (!same.ok) return same
  return ok(
    same.value && code !== undefined
      ? { kind: 'bound', fileName, code, signedOn: signedOn ?? period.cumulative.to }
      : { kind: 'changed', fileName },
  )
}
