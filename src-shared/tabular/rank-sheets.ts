import { isBlank } from './cell-text.ts'
import type { Subject } from './cleaned.ts'
import { findHeader } from './find-header.ts'
import { layoutsOf, type Role } from './layout.ts'
import type { Matrix, Workbook } from './matrix.ts'
import { titleFacts } from './title-facts.ts'

/** A sheet as a candidate, best first; `role` null: not a table of this subject. */
export interface RankedSheet {
  readonly sheet: string
  readonly index: number
  readonly role: Role | null
  readonly score: number
  /** Why it stands where it stands, for the user: 表头在第4–5行,认出24列,88行. */
  readonly reason: string
}

const HIDDEN = -1000
const EMPTY = -2000
const COMPANION = -100

/** Data tables first (more columns understood, newer list), then companions, then the rest; hidden and empty last. */
export function rankSheets(workbook: Workbook, subject: Subject): readonly RankedSheet[] {
  return workbook.sheets
    .map((matrix, index) => ranked(matrix, index, subject))
    .sort((a, b) => b.score - a.score || a.index - b.index)
}

function ranked(matrix: Matrix, index: number, subject: Subject): RankedSheet {
  const base = { sheet: matrix.sheet, index }
  const filled = matrix.rows.filter((row) => row.some((cell) => !isBlank(cell))).length
  if (filled === 0) return { ...base, role: null, score: EMPTY, reason: '空白工作表' }
  const hidden = matrix.hiddenSheet ? HIDDEN : 0
  const hiddenReason = matrix.hiddenSheet ? '隐藏的工作表；' : ''
  for (const layout of layoutsOf(subject)) {
    const header = findHeader(matrix, layout)
    if (header === null) continue
    const known = header.targets.filter((target) => target !== null).length
    const year = titleFacts(matrix, header.top).year ?? 2000
    const score =
      hidden +
      (layout.role === 'main' ? 0 : COMPANION) +
      known +
      Math.min(filled, 1000) / 1000 +
      (year - 2000) / 10
    const at =
      header.top === header.bottom ? `第${header.top + 1}行` : `第${header.top + 1}–${header.bottom + 1}行`
    return {
      ...base,
      role: layout.role,
      score,
      reason: `${hiddenReason}像${layout.title}：表头在${at}，认出${known}列，共${filled}行`,
    }
  }
  return { ...base, role: null, score: hidden + EMPTY / 2 + 1, reason: `${hiddenReason}没有找到需要的表头` }
}
