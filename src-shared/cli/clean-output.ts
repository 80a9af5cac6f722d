import { z } from 'zod'
import type { AppError } from '../errors/app-error.ts'
import { messageOf } from '../errors/app-error.ts'
import type { CleanedRow, CleanedSheet } from '../tabular/cleaned.ts'
import { PILES } from '../tabular/cleaned.ts'

const RowNumber = z.int().positive()
const Scalar = z.union([z.string(), z.number(), z.boolean()])

/** One thing noticed in a cell or a row; `cell` is an A1 address. */
export const CleanFinding = z.strictObject({
  cell: z.string(),
  field: z.string().nullable(),
  kind: z.string(),
  severity: z.enum(['info', 'warning', 'blocking']),
  before: z.string(),
  after: z.string().nullable(),
  message: z.string(),
})

export const CleanRow = z.strictObject({
  row: RowNumber,
  pile: z.enum(PILES),
  /** The firm's 18-character code or null, the activity's number, the application number. */
  key: z.string().nullable(),
  /** `<record>.<field>` or `<record>.<field>@<year or period>`; a list field is an object by element. */
  values: z.record(z.string(), z.union([Scalar, z.record(z.string(), z.unknown())])),
  findings: z.array(CleanFinding),
})

export const Refusal = z.strictObject({ code: z.string(), message: z.string() })

/** What `pbz clean --json` prints. `refused` is set when the file could not be read as asked; then there are no rows. */
export const CleanOutput = z.strictObject({
  file: z.string(),
  sheet: z.string().nullable(),
  headerRows: z.array(RowNumber),
  counts: z.strictObject({ ok: z.int(), fixed: z.int(), todo: z.int(), notData: z.int() }),
  rows: z.array(CleanRow),
  unmapped: z.array(z.string()),
  duplicates: z.array(z.strictObject({ rows: z.tuple([RowNumber, RowNumber]), reason: z.string() })),
  refused: Refusal.nullable(),
})
export type CleanOutput = z.infer<typeof CleanOutput>

/** A cleaned sheet as printed. */
export function cleanOutput(file: string, sheet: CleanedSheet): CleanOutput {
  return {
    file,
    sheet: sheet.sheet,
    headerRows: [...sheet.headerRows],
    counts: { ...sheet.counts },
    rows: sheet.rows.map(({ row, pile, key, values, findings }) => ({
      row,
      pile,
      key,
      values: understood(values),
      findings: findings.map((finding) => ({ ...finding })),
    })),
    unmapped: [...sheet.unmapped],
    duplicates: sheet.duplicates.map(({ rows: [a, b], reason }) => ({ rows: [a, b], reason })),
    refused: null,
  }
}

/** A column is either understood or in `unmapped`: what would become a 自定义列 is not a value here. */
function understood(values: CleanedRow['values']): z.infer<typeof CleanRow>['values'] {
  return Object.fromEntries(Object.entries(values).filter(([key]) => !key.startsWith('custom.')))
}

/** A file that could not be read as asked. */
export function refusedOutput(file: string, error: AppError): CleanOutput {
  return {
    file,
    sheet: null,
    headerRows: [],
    counts: { ok: 0, fixed: 0, todo: 0, notData: 0 },
    rows: [],
    unmapped: [],
    duplicates: [],
    refused: refusalOf(error),
  }
}

/** Code and the whole sentence of an error. */
export function refusalOf(error: AppError): z.infer<typeof Refusal> {
  const { title, advice } = messageOf(error)
  return { code: error.code, message: `${title}。${advice}` }
}
