import { SUBJECTS, type Subject } from './cleaned.ts'
import { findHeader } from './find-header.ts'
import { type Layout, layoutOf, layoutsOf } from './layout.ts'
import type { Matrix, Workbook } from './matrix.ts'
import { rankSheets } from './rank-sheets.ts'
import { titleFacts } from './title-facts.ts'

/** So few columns are understood of many a table; less is no reason to name it. */
const ENOUGH_TO_NAME = 3

/**
 * What the sheet that would be read as `subject` rather is: a table of which another subject understands more columns,
 * or a companion (列入前情况, 参加企业) of another table in the same workbook. null when it may well be `subject`.
 * Without any table of `subject`: what the workbook (or the sheet named) is instead, or null.
 */
export function likelierSubject(workbook: Workbook, subject: Subject, sheet?: string): Subject | null {
  const ranked = rankSheets(workbook, subject)
  const chosen =
    ranked.find((each) => each.sheet === sheet && each.role !== null) ??
    (sheet === undefined ? (ranked.find(({ role }) => role === 'main') ?? ranked[0]) : undefined)
  const matrix = chosen === undefined || chosen.role === null ? undefined : workbook.sheets[chosen.index]
  if (matrix === undefined) {
    const asked = workbook.sheets.filter((each) => sheet === undefined || each.sheet === sheet)
    return mostUnderstood(asked, subject)
  }
  if (isUnmistakable(matrix, subject)) return null
  const own = Math.max(0, ...layoutsOf(subject).map((layout) => columnsKnown(matrix, layout)))
  const others = SUBJECTS.filter((other) => other !== subject)
  const better = others.filter((other) => known(matrix, other, 'main') > own)
  const [best] = better.sort((a, b) => known(matrix, b, 'main') - known(matrix, a, 'main'))
  // A companion asked for by name was meant.
  if (best !== undefined || sheet !== undefined) return best ?? null
  return others.find((other) => isCompanion(workbook, matrix, other, own)) ?? null
}

/**
 * A register of patents has application numbers, a log has dated activities, figures have a period: then more columns
 * about the firms beside them make it no list of firms.
 */
function isUnmistakable(matrix: Matrix, subject: Subject): boolean {
  const layout = subject === 'enterprises' ? undefined : layoutOf(subject, 'main')
  const header = layout === undefined ? null : findHeader(matrix, layout)
  if (header === null) return false
  if (subject !== 'figures') return true
  return (
    header.targets.includes('figures.period') ||
    header.headings.some(({ period }) => period !== null) ||
    titleFacts(matrix, header.top).period !== null
  )
}

/** A sheet that belongs to another one, which is a table of `other` beyond doubt. */
function isCompanion(workbook: Workbook, matrix: Matrix, other: Subject, own: number): boolean {
  const columns = known(matrix, other, 'companion')
  if (columns === 0 || columns < own) return false
  return workbook.sheets.some((each) => each !== matrix && known(each, other, 'main') > 0)
}

function mostUnderstood(sheets: readonly Matrix[], subject: Subject): Subject | null {
  const best = SUBJECTS.filter((other) => other !== subject)
    .map((other) => ({
      other,
      columns: Math.max(0, ...sheets.map((matrix) => known(matrix, other, 'main'))),
    }))
    .sort((a, b) => b.columns - a.columns)
  const [first] = best
  return first !== undefined && first.columns >= ENOUGH_TO_NAME ? first.other : null
}

function known(matrix: Matrix, subject: Subject, role: Layout['role']): number {
  const layout = layoutOf(subject, role)
  return layout === undefined ? 0 : columnsKnown(matrix, layout)
}

function columnsKnown(matrix: Matrix, layout: Layout): number {
  const header = findHeader(matrix, layout)
  return header?.targets.filter((target) => target !== null).length ?? 0
}
