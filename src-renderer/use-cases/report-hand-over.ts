import type { AppError } from '#shared/errors/app-error.ts'
import type { ReportPeriod } from '#shared/indicators/indicator.ts'
import type { FileRef, FileToken } from '#shared/ipc/channel.ts'
import type { Desktop, Reply } from '#shared/ipc/contract.ts'
import type { PlanPack } from '#shared/pack/plan-pack.ts'
import type { Row } from '#shared/records/dictionary.ts'
import { PROFILE_ID, type Profile } from '#shared/records/profile.ts'
import { quarterSet } from '#shared/report/quarter-set.ts'
import { reportParts } from '#shared/report/report-parts.ts'
import { err, type Result } from '#shared/result.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { trialMark } from './print-forms.ts'
import type { PrintProgress } from './print-sheets.ts'

export type HandoverDone = Extract<Reply<'bundle:handover'>, { ok: true }>['value']

export interface HandoverTask {
  readonly desktop: Desktop
  readonly workspace: Pick<Workspace, 'records' | 'station'>
  readonly pack: PlanPack
  /** A new UUID; 取消 names it. */
  readonly task: string
  readonly onProgress: (progress: PrintProgress) => void
}

export interface HandoverOf {
  readonly submission: Row<'submission'>
  readonly period: ReportPeriod
  /** The signed file in the 发件箱. */
  readonly file: FileToken
  /** As it was signed. */
  readonly contacts: 'included' | 'omitted'
  /** Where the folder is made. */
  readonly folder: FileRef
}

/** 输出报送材料: the folder with signed file, forms, 交接单 and mail text, or nothing (DOMAIN.md J20). */
export async function handOver(
  deps: HandoverTask,
  handover: HandoverOf,
): Promise<Result<HandoverDone, AppError>> {
  const { desktop, workspace, pack, task } = deps
  const { submission, period } = handover
  const profile = workspace.records.get('profile', PROFILE_ID)
  if (profile === undefined) return err({ code: 'system.unexpected', detail: '没有本单位档案' })
  const { results, sheets, context } = quarterSet(workspace.records, pack, period, {
    profile: withoutId(profile),
    today: submission.signedOn ?? period.cumulative.to,
    watermark: trialMark(profile, pack),
    code: submission.code ?? null,
  })
  // Only the body matters here: it is compared with the signed one, whose place in the chain stands.
  const place = { seq: submission.seq ?? 1, previous: null, supersedes: null, void: [] }
  const { contacts } = handover
  const parts = reportParts(workspace.records, pack, period, {
    results,
    contacts,
    station: workspace.station,
    place,
  })
  const stopListening = desktop.on('task:progress', ({ task: of, ...progress }) => {
    if (of === task) deps.onProgress(progress)
  })
  return desktop
    .call('bundle:handover', {
      token: handover.file,
      folder: handover.folder.token,
      unitName: unitNameOf(profile, pack),
      body: parts?.body ?? '',
      sheets: [...sheets],
      context,
      supersedes: replacedName(workspace, submission),
      task,
    })
    .finally(stopListening)
}

/** 平江县: the unit as the city names it, for the folder. */
export function unitNameOf(profile: Profile, pack: PlanPack): string {
  return pack.units.find((unit) => unit.code === profile.unit)?.name ?? profile.fullName ?? '本单位'
}

function withoutId({ id: _, ...profile }: Row<'profile'>): Profile {
  return profile
}

function replacedName(workspace: Pick<Workspace, 'records'>, submission: Row<'submission'>): string | null {
  if (submission.supersedes === undefined) return null
  const replaced = workspace.records.of('submission').find((row) => row.identity === submission.supersedes)
  return replaced?.fileName ?? null
}
