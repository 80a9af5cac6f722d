import type { CleanedWorkbook } from '#shared/tabular/clean-workbook.ts'
import type { Workbook } from '#shared/tabular/matrix.ts'

export interface HiddenNotice {
  readonly kind: 'sheets' | 'rows' | 'columns'
  readonly words: string
}

/** What the file hides, and what happens to it unless the clerk says otherwise. */
export function hiddenNotices(workbook: Workbook, { main }: CleanedWorkbook): readonly HiddenNotice[] {
  const matrix = workbook.sheets.find((each) => each.sheet === main.sheet)
  const notices: HiddenNotice[] = []
  const sheets = workbook.sheets.filter((each) => each.hiddenSheet && each.sheet !== main.sheet)
  if (sheets.length > 0) {
    const names = sheets.map((each) => `“${each.sheet}”`).join('、')
    notices.push({ kind: 'sheets', words: `工作表${names}不导入（要导入请在“工作表”中选它）` })
  }
  const rows = main.rows.filter((row) => row.findings.some((finding) => finding.kind === 'hidden-row'))
  if (rows.length > 0) notices.push({ kind: 'rows', words: `${rows.length}行放在“需处理”，勾选后才导入` })
  const hidden = new Set(matrix?.hiddenColumns ?? [])
  const columns = main.columns.filter((column) => hidden.has(column.column))
  const [left, taken] = [
    columns.filter((column) => column.target === null),
    columns.filter((column) => column.target !== null),
  ]
  const named = (some: typeof columns) => some.map((column) => `“${column.header}”`).join('、')
  if (left.length > 0) notices.push({ kind: 'columns', words: `列${named(left)}不导入` })
  if (taken.length > 0) notices.push({ kind: 'columns', words: `列${named(taken)}按您的选择导入` })
  return notices
}
