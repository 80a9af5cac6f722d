import { cellText, columnLetters, compact } from './cell-text.ts'
import type { ColumnMapping, Subject, ValueKey } from './cleaned.ts'
import type { Header } from './find-header.ts'
import type { Heading } from './heading.ts'
import type { Matrix } from './matrix.ts'
import type { TitleFacts } from './title-facts.ts'

/** The user's correction of the mapping: 0-based column to value key, `custom` or null (dropped). */
export type MappingOverrides = Readonly<Record<number, ValueKey | 'custom' | null>>

/** A mapped column with what its heading says about year and unit. */
export interface MappedColumn extends ColumnMapping {
  readonly heading: Heading
}

const ROW_NUMBER = /^(序号|序|编号|行号|NO|项次)$/iu
const QUARTERS: Readonly<Record<string, string>> = {
  '1-3月累计': 'Q1',
  '1-6月累计': 'Q2',
  '1-9月累计': 'Q3',
  '1-12月累计': 'Q4',
}

/** What each column of the sheet means; columns nobody understood become `custom`. */
export function mapColumns(
  matrix: Matrix,
  header: Header,
  subject: Subject,
  facts: TitleFacts,
  overrides: MappingOverrides,
): readonly MappedColumn[] {
  const used = new Set<ValueKey>()
  const columns: MappedColumn[] = []
  for (const [column, heading] of header.headings.entries()) {
    const filled = heading.shown !== '' || hasData(matrix, header.bottom, column)
    const target =
      overrides[column] === undefined
        ? datedTarget(header.targets[column] ?? null, heading, subject, facts)
        : overrides[column]
    if (!filled && target === null) continue
    const fresh = target !== null && target !== 'custom' && !used.has(target) ? target : null
    if (fresh !== null) used.add(fresh)
    columns.push({
      column,
      heading,
      header: heading.shown,
      target: overrides[column] === undefined ? fresh : target,
    })
  }
  return columns.map((each) => {
    if (each.target !== null || overrides[each.column] === null) return each
    if (each.heading.keys.some((key) => ROW_NUMBER.test(key))) return each
    const target = targetByContent(matrix, header, each, subject, used)
    if (target !== null) used.add(target)
    return {
      ...each,
      header: each.header === '' ? `${columnLetters(each.column)}列` : each.header,
      target: target ?? 'custom',
    }
  })
}

/** figures.revenue of a firm list needs its year in the key: figures.revenue@2020, figures.revenue@2021Q3. */
function datedTarget(
  target: ValueKey | null,
  heading: Heading,
  subject: Subject,
  facts: TitleFacts,
): ValueKey | null {
  if (target === null || subject !== 'enterprises' || !target.startsWith('figures.')) return target
  const year = yearOf(heading, facts)
  if (year === null) return null
  return `${target}@${year}${heading.period === null ? '' : (QUARTERS[heading.period] ?? '')}`
}

function yearOf(heading: Heading, facts: TitleFacts): number | null {
  if (typeof heading.year === 'number') return heading.year
  if (heading.year === null || facts.year === null) return null
  return heading.year === 'current' ? facts.year : facts.year - 1
}

function hasData(matrix: Matrix, headerBottom: number, column: number): boolean {
  return matrix.rows.slice(headerBottom + 1).some((row) => cellText(row[column] ?? null).trim() !== '')
}

const CONTENT: readonly (readonly [
  pattern: RegExp,
  heading: RegExp,
  subjects: readonly Subject[],
  target: ValueKey,
])[] = [
  [/^[0-9][0-9A-Z]{17}$/u, /.*/u, ['enterprises', 'patents', 'figures', 'activities'], 'enterprise.code'],
  [/^1\d{10}$/u, /.*/u, ['enterprises'], 'enterprise.phone'],
  [/^(ZL|CN)?(20\d{2}[12389]\d{7}|\d{2}[123]\d{5})[.·]?[\dX]?$/u, /.*/u, ['patents'], 'patent.applicationNo'],
  [/^\d{4}[-./年]\d{1,2}([-./月]\d{1,2}日?)?$/u, /成立|注册|登记|^$/u, ['enterprises'], 'enterprise.founded'],
  [/^\d{4}[-./年]\d{1,2}([-./月]\d{1,2}日?)?$/u, /授权|公告/u, ['patents'], 'patent.grantedOn'],
  [/^\d{4}[-./年]\d{1,2}([-./月]\d{1,2}日?)?$/u, /申请|受理/u, ['patents'], 'patent.filedOn'],
  [/^\d{4}[-./年]\d{1,2}([-./月]\d{1,2}日?)?$/u, /日期|时间|^$/u, ['activities'], 'activity.date'],
]
const SAMPLE = 50
const ENOUGH = 0.7

/** Fallback for a heading nobody knows: the cells themselves look like codes, phones, numbers or dates. */
function targetByContent(
  matrix: Matrix,
  header: Header,
  column: MappedColumn,
  subject: Subject,
  used: ReadonlySet<ValueKey>,
): ValueKey | null {
  const sample: string[] = []
  for (let row = header.bottom + 1; row < matrix.rows.length && sample.length < SAMPLE; row++) {
    const text = compact(cellText(matrix.rows[row]?.[column.column] ?? null)).toUpperCase()
    if (text !== '') sample.push(text)
  }
  if (sample.length < 2) return null
  const found = CONTENT.find(
    ([pattern, heading, subjects, target]) =>
      subjects.includes(subject) &&
      !used.has(target) &&
      heading.test(column.header) &&
      sample.filter((text) => pattern.test(text)).length >= sample.length * ENOUGH,
  )
  return found?.[3] ?? null
}
