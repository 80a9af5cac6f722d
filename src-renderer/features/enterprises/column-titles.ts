import { fieldsOf, type Row } from '#shared/records/dictionary.ts'

/** Why a 自定义列 cannot have this title; null when it can. `self` is the column being renamed. */
export function columnTitleProblem(
  title: string,
  columns: readonly Row<'column'>[],
  self: string | null,
): string | null {
  const wanted = title.trim()
  if (wanted === '') return '请填写列名'
  if ([...fieldsOf('enterprise').values()].some((field) => field.title === wanted))
    return `名录中已有“${wanted}”列`
  if (columns.some((column) => column.title === wanted && column.id !== self))
    return `已有自定义列“${wanted}”`
  return null
}
