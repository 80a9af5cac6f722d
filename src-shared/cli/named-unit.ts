import { REPORTING_UNITS, type ReportingUnit } from '../codes/reporting-units.ts'
import type { Matrix, Workbook } from '../tabular/matrix.ts'

const TITLE_ROWS = 6

/**
 * The one reporting unit that the file's name or the first rows of its visible sheets name (平江县2021年…名单);
 * null when they name none or several.
 */
export function namedUnit(workbook: Workbook): ReportingUnit | null {
  const visible = workbook.sheets.filter((sheet) => !sheet.hiddenSheet)
  const texts = [workbook.file, ...visible.flatMap(titleTexts)]
  const named = REPORTING_UNITS.filter((unit) => texts.some((text) => text.includes(unit.name)))
  return named.length === 1 ? (named[0] ?? null) : null
}

/** A row with one or two texts is a title; anything wider may be a row of firms elsewhere. */
function titleTexts(sheet: Matrix): readonly string[] {
  return sheet.rows.slice(0, TITLE_ROWS).flatMap((row) => {
    const texts = row.filter((cell) => typeof cell === 'string' && cell.trim() !== '')
    return texts.length <= 2 ? texts.map(String) : []
  })
}
