import { join } from 'node:path'
import type { Records } from '#shared/edits/read-model.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { ReportPeriod } from '#shared/indicators/indicator.ts'
import type { PlanPack, ReportingUnit } from '#shared/pack/plan-pack.ts'
import type { Profile } from '#shared/records/profile.ts'
import type { ChainPlace } from '#shared/report/chain-place.ts'
import { type QuarterSet, quarterSet } from '#shared/report/quarter-set.ts'
import { reportParts } from '#shared/report/report-parts.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { type HandoverFolder, type ToPdf, writeHandoverFolder } from '../bundles/handover-folder.ts'
import type { SigningKey } from '../bundles/key-file.ts'
import { countersign, type SignedFile, signReport } from '../bundles/sign-report.ts'
import { ownTrust, verifyFile } from '../bundles/verify-file.ts'
import type { CliIo } from './io.ts'

export interface ReportToWrite {
  readonly records: Records
  readonly pack: PlanPack
  readonly period: ReportPeriod
  readonly unit: ReportingUnit
  readonly profile: Profile
  readonly today: string
  readonly station: string
  readonly place: ChainPlace
  /** Name of the file this one replaces. */
  readonly supersedes: string | null
  readonly preparer: SigningKey
  readonly reviewer: SigningKey | null
  /** Folder in which the 报送材料 folder is made. */
  readonly parent: string
  readonly toPdf: ToPdf | null
}

export interface WrittenReport {
  readonly signed: SignedFile
  readonly folder: HandoverFolder
  /** Absolute path of the signed file. */
  readonly file: string
  readonly set: QuarterSet
}

/** 定稿: numbers, signatures, forms with the code, the whole folder, and the signed file read back and verified. */
export async function signAndWrite(
  io: CliIo,
  report: ReportToWrite,
): Promise<Result<WrittenReport, AppError>> {
  const signed = await sign(io, report)
  if (!signed.ok) return signed
  const set = setOf(report, signed.value.code)
  const request = {
    parent: report.parent,
    unitName: report.unit.name,
    signed: signed.value.bytes,
    sheets: set.sheets,
    context: set.context,
    supersedes: report.supersedes,
  }
  const folder = await writeHandoverFolder(io.fs, request, report.toPdf)
  if (!folder.ok) return folder
  const file = join(folder.value.path, signed.value.name)
  const problem = await rereadProblem(io, report, file)
  return problem === null ? ok({ signed: signed.value, folder: folder.value, file, set }) : err(problem)
}

function setOf(report: ReportToWrite, code: string | null): QuarterSet {
  const { records, pack, period, profile, today, unit } = report
  const watermark = unit.trial === true ? '试用数据' : null
  return quarterSet(records, pack, period, { profile, today, watermark, code })
}

async function sign(io: CliIo, report: ReportToWrite): Promise<Result<SignedFile, AppError>> {
  const { records, pack, period, station, place, preparer, reviewer } = report
  const { results } = setOf(report, null)
  const parts = reportParts(records, pack, period, { results, contacts: 'omitted', station, place })
  if (parts === null) throw new Error('the ledger has no unit profile')
  const knownSigners = reviewer === null ? [] : [reviewer.public]
  const signed = await signReport({ ...parts, key: preparer, knownSigners, now: io.now() })
  return signed.ok && reviewer !== null ? countersign(signed.value.bytes, reviewer, io.now()) : signed
}

/** The stick may have taken the bytes and given back others. */
async function rereadProblem(io: CliIo, report: ReportToWrite, file: string): Promise<AppError | null> {
  const keys = [report.preparer, report.reviewer].flatMap((key) => (key === null ? [] : [key.public]))
  const context = { trust: ownTrust(keys), previous: null, now: io.now(), expected: {} }
  const { verdict } = await verifyFile(await io.fs.read(file), context)
  if (verdict.outcome === 'accepted') return null
  return { code: 'cli.not-verified', fileName: file, summary: verdict.summary }
}
