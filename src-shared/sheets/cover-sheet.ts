import { chinaDay } from '../china-day.ts'
import type { ReportPeriod } from '../indicators/indicator.ts'
import type { Profile } from '../records/profile.ts'
import { paperDate } from './cell-text.ts'
import type { Sheet, SheetCell, SheetRow } from './sheet.ts'
import { cellsOf, countCell, type SheetContext, sheetColumns, sheetFrame } from './sheet-context.ts'

/** A person whose signature the file carries. */
export interface CoverSigner {
  readonly person: string
  readonly role: 'preparer' | 'reviewer' | 'city'
  /** ISO 8601 UTC; paper shows the day. */
  readonly signedAt: string
}

/** What is handed over: everything is read from the signed file, nothing is typed here. */
export interface Handover {
  readonly fileName: string
  readonly seq: number
  /** SHA-256 (hex) of the manifest payload. */
  readonly identity: string
  /** File that this one replaces, by name, after 退回. */
  readonly supersedes: string | null
  readonly signers: readonly CoverSigner[]
  /** Records in the report: 企业 120 家. */
  readonly counts: readonly { readonly title: string; readonly count: number; readonly unit: string }[]
  /** Everything in the folder. */
  readonly files: readonly { readonly name: string; readonly bytes: number }[]
  readonly contactsIncluded: boolean
}

const ROLE_NAMES: { readonly [R in CoverSigner['role']]: string } = {
  preparer: '填报人',
  reviewer: '审核人',
  city: '市级',
}

/** 报送交接单: binds the stamped paper to the signed file by the 30-digit code and its QR (DESIGN.md 5, J20). */
export function coverSheet(handover: Handover, context: SheetContext): Sheet {
  const form = context.pack.forms.cover
  const lines = [...fileLines(handover), ...contentLines(handover)]
  const frame = sheetFrame('cover', form, context)
  return {
    ...frame,
    // The stamp has its own place below the table.
    unitLine: { ...frame.unitLine, unit: `填报单位：${context.profile.fullName ?? ''}` },
    columns: sheetColumns(form.columns, context.period),
    rows: lines.map((line, at) => coverRow(at + 1, line, context)),
    notes: [
      '本单校验码与电子文件一一对应；收件单位请核对校验码首、末两组与文件一致。',
      '校验签名用于核验文件来源和完整性，不是电子签章，以加盖公章的纸质件为准。',
    ],
    ...(frame.code === null ? {} : { qr: qrPayload(handover, context, frame.code) }),
    stampSpace: true,
  }
}

interface CoverLine {
  readonly item: string
  readonly content: SheetCell
  readonly note?: string
}

function fileLines(handover: Handover): readonly CoverLine[] {
  const { signers } = handover
  return [
    { item: '报送文件', content: handover.fileName, note: `第${handover.seq}号` },
    ...(handover.supersedes === null
      ? []
      : [{ item: '替代文件', content: handover.supersedes, note: '原文件作废' }]),
    ...(signers.length === 0 ? [{ item: '校验签名', content: null }] : signers.map(signerLine)),
    { item: '企业联系方式', content: handover.contactsIncluded ? '随文件报送' : '未随文件报送' },
  ]
}

function signerLine(signer: CoverSigner): CoverLine {
  return {
    item: signer.role === 'reviewer' ? '审核签名' : '校验签名',
    content: `${signer.person}（${ROLE_NAMES[signer.role]}）`,
    note: paperDate(chinaDay(signer.signedAt)),
  }
}

function contentLines(handover: Handover): readonly CoverLine[] {
  return [
    ...handover.counts.map(({ title, count, unit }) => ({ item: title, content: `${count}${unit}` })),
    ...handover.files.map(({ name, bytes }) => ({ item: '随附材料', content: name, note: sizeText(bytes) })),
  ]
}

/** 512 B prints 1 KB: nothing that is there has size 0. */
export function sizeText(bytes: number): string {
  if (bytes >= 1_048_576) return `${(bytes / 1_048_576).toFixed(2)} MB`
  return `${bytes === 0 ? 0 : Math.max(1, Math.round(bytes / 1024))} KB`
}

function coverRow(number: number, line: CoverLine, context: SheetContext): SheetRow {
  const cells = cellsOf(context.pack.forms.cover.columns, {
    number: countCell(number),
    item: line.item,
    content: line.content,
    note: line.note ?? '',
  })
  return { kind: 'data', cells }
}

/** `PBZ1|unit|period|seq|identity|30 digits`: ASCII only, read by any phone, no personal data. */
export function qrPayload(
  handover: Pick<Handover, 'seq' | 'identity'>,
  context: { readonly profile: Pick<Profile, 'unit'>; readonly period: Pick<ReportPeriod, 'id'> },
  code: string,
): string {
  const seq = String(handover.seq).padStart(4, '0')
  const digits = code.replace(/\D/gu, '')
  return ['PBZ1', context.profile.unit ?? '', context.period.id, seq, handover.identity, digits].join('|')
}
