import type { AppError } from '#shared/errors/app-error.ts'
import type { ReportPeriod } from '#shared/indicators/indicator.ts'
import type { FileRef, FileToken } from '#shared/ipc/channel.ts'
import type { Desktop, Reply } from '#shared/ipc/contract.ts'
import type { PlanPack } from '#shared/pack/plan-pack.ts'
import type { Row } from '#shared/records/dictionary.ts'
import type { Profile } from '#shared/records/profile.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { Sheet } from '#shared/sheets/sheet.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { PrintProgress } from './print-sheets.ts'
import { reportBodyNow } from './report-body-now.ts'
import { signedSet } from './report-signed-set.ts'

export interface HandoverDone extends HandoverFolder {
  /** 报送交接单 and the forms as they lie in the folder, for the printer. */
  readonly sheets: readonly Sheet[]
}

type HandoverFolder = Extract<Reply<'bundle:handover'>, { ok: true }>['value']

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
  const set = signedSet(workspace.records, pack, period, submission)
  if (set === null) return err({ code: 'system.unexpected', detail: '没有本单位档案' })
  const { sheets, context } = set
  const stopListening = desktop.on('task:progress', ({ task: of, ...progress }) => {
    if (of === task) deps.onProgress(progress)
  })
  const written = await desktop
    .call('bundle:handover', {
      token: handover.file,
      folder: handover.folder.token,
      unitName: unitNameOf(context.profile, pack),
      body: reportBodyNow(workspace, pack, period, handover.contacts),
      sheets: [...sheets],
      context,
      supersedes: replacedName(workspace, submission),
      task,
    })
    .finally(stopListening)
  return written.ok ? ok({ ...written.value, sheets: [written.value.cover, ...sheets] }) : written
}

/** 平江县: the unit as the city names it, for the folder. */
export function unitNameOf(profile: Profile, pack: PlanPack): string {
  return pack.units.find((unit) => unit.code === profile.unit)?.name ?? profile.fullName ?? '本单位'
}

function replacedName(workspace: Pick<Workspace, 'records'>, submission: Row<'submission'>): string | null {
  if (submission.supersedes === undefined) return null
  const replaced = workspace.records.of('submission').find((row) => row.identity === submission.supersedes)
  return replaced?.fileName ?? null
}
