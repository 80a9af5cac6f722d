import type { ParsingOptions } from 'xlsx'

/** Dense rows, number formats for dates, styles because hidden rows and columns come only with them. */
export const SHEETJS_OPTIONS: ParsingOptions = {
  dense: true,
  cellStyles: true,
  cellNF: true,
  cellFormula: true,
  cellText: false,
  cellHTML: false,
  cellDates: false,
  sheetStubs: false,
  bookVBA: false,
}
