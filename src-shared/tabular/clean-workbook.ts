import { type CleanOptions, cleanSheet } from './clean-sheet.ts'
import type { CleanedSheet, Subject } from './cleaned.ts'
import type { Workbook } from './matrix.ts'
import { type RankedSheet, rankSheets } from './rank-sheets.ts'

export interface CleanedWorkbook {
  /** `headerRows` is empty when no sheet is a table of this subject. */
  readonly main: CleanedSheet
  /** Sheets that add to the main one: 列入前情况, 参加企业. */
  readonly companions: readonly CleanedSheet[]
  readonly sheets: readonly RankedSheet[]
}

const NO_SHEET = {
  sheet: '',
  rows: [],
  columns: 0,
  merges: [],
  hiddenRows: [],
  hiddenColumns: [],
  hiddenSheet: false,
}

/** The best (or the named) sheet cleaned, with its visible companions. Unknown sheet name: the best sheet. */
export function cleanWorkbook(
  workbook: Workbook,
  subject: Subject,
  options: CleanOptions & { readonly sheet?: string },
): CleanedWorkbook {
  const sheets = rankSheets(workbook, subject)
  const chosen =
    sheets.find((sheet) => sheet.sheet === options.sheet) ??
    sheets.find((sheet) => sheet.role === 'main') ??
    sheets[0]
  const matrix = workbook.sheets[chosen?.index ?? 0] ?? NO_SHEET
  const main = cleanSheet(matrix, subject, options, workbook.file, chosen?.role ?? 'main')
  const companions = sheets
    .filter((sheet) => sheet.role === 'companion' && sheet !== chosen)
    .flatMap((sheet) => workbook.sheets[sheet.index] ?? [])
    .filter((companion) => !companion.hiddenSheet)
    .map((companion) =>
      cleanSheet(companion, subject, { ...options, mapping: {} }, workbook.file, 'companion'),
    )
  return { main, companions, sheets }
}
