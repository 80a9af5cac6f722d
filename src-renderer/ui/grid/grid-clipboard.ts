/**
 * Cells as tab-separated text the way Excel and WPS read it: cells holding tabs, quotes or line breaks are quoted.
 * Text that a spreadsheet would run as a formula gets a leading apostrophe.
 */
export function cellsAsTsv(cells: readonly (readonly string[])[]): string {
  return cells.map((row) => row.map(tsvCell).join('\t')).join('\r\n')
}

function tsvCell(cell: string): string {
  const safe = /^[=+@-]/.test(cell) && !/^[+-][\d,.() -]*$/.test(cell) ? `'${cell}` : cell
  return /[\t\r\n"]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
