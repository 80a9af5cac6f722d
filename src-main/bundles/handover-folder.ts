import { join } from 'node:path'
import { handoverFolderName, mailText, periodTitle } from '#shared/bundle/handover.ts'
import type { Inspection } from '#shared/bundle/inspect.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import { COUNTED_RECORDS } from '#shared/report/counted-records.ts'
import { ok, type Result } from '#shared/result.ts'
import { type CoverSigner, coverSheet } from '#shared/sheets/cover-sheet.ts'
import type { Sheet } from '#shared/sheets/sheet.ts'
import type { SheetContext } from '#shared/sheets/sheet-context.ts'
import { type NamedBytes, writeFolderAtomically } from '../files/atomic-write.ts'
import type { FileSystem } from '../files/file-system.ts'
import { sheetsToXlsx } from '../spreadsheet/sheets-to-xlsx.ts'
import { inspectFile } from './verify-file.ts'

/** Above this a mail system may refuse the folder as one piece (DOMAIN.md J20). */
export const MAIL_LIMIT_MEGABYTES = 10
const MEGABYTE = 1_048_576

/** Lays out forms as one PDF. */
export type ToPdf = (sheets: readonly Sheet[]) => Promise<Result<Uint8Array, AppError>>

export interface HandoverRequest {
  /** The folder in which the 报送材料 folder is made. */
  readonly parent: string
  /** 平江县, as in the folder's name. */
  readonly unitName: string
  readonly signed: Uint8Array
  /** 表1, 表5, 表8 as printed, with the code of the signed file. */
  readonly sheets: readonly Sheet[]
  /** The same context the sheets were made in. */
  readonly context: SheetContext
  /** Name of the file this one replaces, after 退回. */
  readonly supersedes: string | null
}

export interface HandoverFolder {
  readonly path: string
  readonly name: string
  readonly files: readonly { readonly name: string; readonly bytes: number }[]
  readonly bytes: number
  /** A sentence above 10 MB, else null. */
  readonly splitHint: string | null
  readonly mail: string
  readonly cover: Sheet
}

/** Makes the whole folder 平江县_2021年三季度_报送材料 or nothing; `toPdf` null leaves the PDFs out. */
export async function writeHandoverFolder(
  fs: FileSystem,
  request: HandoverRequest,
  toPdf: ToPdf | null,
): Promise<Result<HandoverFolder, AppError>> {
  const seen = inspectFile(request.signed)
  if (!seen.ok) return seen
  const { context } = request
  const stem = `${request.unitName}_${periodTitle(context.period.id)}`
  const forms = await inBothForms(`${stem}_报表`, request.sheets, toPdf)
  if (!forms.ok) return forms
  const main = [{ name: seen.value.name, bytes: request.signed }, ...forms.value]
  const cover = coverOf(seen.value, main, request)
  const covers = await inBothForms(`${stem}_报送交接单`, [cover], toPdf)
  if (!covers.ok) return covers
  const kept = [...main, ...covers.value]
  const mail = mailOf(seen.value, totalBytes(kept), context)
  // Windows' Notepad reads CRLF and needs the mark to know the encoding.
  const text = Buffer.from(`\uFEFF${mail.replace(/\n/g, '\r\n')}\r\n`, 'utf8')
  const files = [...kept, { name: `${stem}_邮件文字.txt`, bytes: text }]
  const name = handoverFolderName(request.unitName, context.period.id)
  const path = join(request.parent, name)
  const written = await writeFolderAtomically(fs, path, files)
  if (!written.ok) return written
  const bytes = totalBytes(files)
  const sizes = files.map((file) => ({ name: file.name, bytes: file.bytes.length }))
  return ok({ path, name, files: sizes, bytes, splitHint: splitHint(bytes), mail, cover })
}

/** The .xlsx of some sheets and, when asked for, the PDF beside it. */
async function inBothForms(
  stem: string,
  sheets: readonly Sheet[],
  toPdf: ToPdf | null,
): Promise<Result<NamedBytes[], AppError>> {
  const xlsx = { name: `${stem}.xlsx`, bytes: sheetsToXlsx(sheets) }
  if (toPdf === null) return ok([xlsx])
  const pdf = await toPdf(sheets)
  return pdf.ok ? ok([xlsx, { name: `${stem}.pdf`, bytes: pdf.value }]) : pdf
}

function coverOf(file: Inspection, files: readonly NamedBytes[], request: HandoverRequest): Sheet {
  const counts = COUNTED_RECORDS.map(({ type, title, measure }) => ({
    title,
    count: file.counts[type] ?? 0,
    unit: measure,
  }))
  const handover = {
    fileName: file.name,
    seq: file.seq,
    identity: file.identity,
    supersedes: request.supersedes,
    signers: file.signatures.flatMap(coverSigner),
    counts,
    files: files.slice(1).map(({ name, bytes }) => ({ name, bytes: bytes.length })),
    contactsIncluded: file.contacts === 'included',
  }
  return coverSheet(handover, request.context)
}

function coverSigner({ person, role, signedAt }: Inspection['signatures'][number]): CoverSigner[] {
  return role === 'station' ? [] : [{ person: person ?? '未知签名人', role, signedAt }]
}

function mailOf(file: Inspection, bytes: number, { profile, period, pack }: SheetContext): string {
  const preparer = file.signatures.find(({ role }) => role === 'preparer')?.person
  return mailText({
    fullName: profile.fullName ?? '',
    period: period.id,
    identity: file.identity,
    fileName: file.name,
    megabytes: Math.max(0.1, bytes / MEGABYTE),
    preparer: profile.preparer ?? preparer ?? '',
    officePhone: profile.officePhone ?? null,
    trial: pack.units.some((unit) => unit.code === profile.unit && unit.trial === true),
  })
}

function splitHint(bytes: number): string | null {
  if (bytes <= MAIL_LIMIT_MEGABYTES * MEGABYTE) return null
  const size = (bytes / MEGABYTE).toFixed(1)
  return `报送材料共 ${size} MB，超过邮箱常见的 ${MAIL_LIMIT_MEGABYTES} MB 上限：请先发报送文件（.pbz.json）和交接单，其余材料另发一封或用U盘报送。`
}

const totalBytes = (files: readonly NamedBytes[]): number =>
  files.reduce((sum, { bytes }) => sum + bytes.length, 0)
