import { cellText, compact } from './cell-text.ts'
import type { ValueKey } from './cleaned.ts'
import { type Heading, headingOf } from './heading.ts'
import type { Layout } from './layout.ts'
import type { Matrix } from './matrix.ts'

/** Where the header stands and which columns a layout recognises in it. */
export interface Header {
  /** 0-based, inclusive. */
  readonly top: number
  readonly bottom: number
  readonly headings: readonly Heading[]
  /** Per column: the value key without its year, or null. */
  readonly targets: readonly (ValueKey | null)[]
  readonly score: number
}

const SEARCHED_ROWS = 60
const MAX_DEPTH = 3
const MAX_COLUMNS = 300
const DEEPER_COSTS = 0.05
const LAST_LEVEL_ONLY = 0.9
// A money column whose heading also says the year is understood better than one that does not.
const SAYS_WHEN = 0.3

/** The header of 1–3 rows within the first 60 that recognises most; null when nothing of the layout is there. */
export function findHeader(matrix: Matrix, layout: Layout): Header | null {
  const grid = headerGrid(matrix)
  let best: Header | null = null
  for (let top = 0; top < Math.min(grid.length, SEARCHED_ROWS); top++) {
    if (new Set(grid[top]?.filter((text) => text !== '')).size < 2) continue
    for (let depth = 1; depth <= MAX_DEPTH && top + depth <= grid.length; depth++) {
      const header = headerAt(grid, top, depth, layout)
      if (best === null || header.score > best.score) best = header
    }
  }
  if (best === null || !isTableOf(layout, best)) return null
  const top = mergedTop(matrix, best)
  return top === best.top ? best : headerAt(grid, top, best.bottom - top + 1, layout)
}

/** A heading merged downwards into the header begins it: its upper levels belong to the header too. */
function mergedTop(matrix: Matrix, header: Header): number {
  const crossing = matrix.merges.filter((merge) => merge.top < header.top && merge.bottom >= header.top)
  return Math.max(header.bottom - MAX_DEPTH + 1, Math.min(header.top, ...crossing.map((merge) => merge.top)))
}

/** Whether a header has what makes it this kind of table. */
function isTableOf(layout: Layout, header: Header): boolean {
  return layout.needs.every((group) =>
    header.targets.some((target) => target !== null && group.includes(target)),
  )
}

/** Text of the first rows with merged cells spread over the cells they cover. */
function headerGrid(matrix: Matrix): string[][] {
  const rows = matrix.rows.slice(0, SEARCHED_ROWS + MAX_DEPTH)
  const width = Math.min(matrix.columns, MAX_COLUMNS)
  const grid = rows.map((row) =>
    Array.from({ length: width }, (_, column) => cellText(row[column] ?? null).trim()),
  )
  for (const merge of matrix.merges) {
    const text = grid[merge.top]?.[merge.left]
    if (text === undefined) continue
    for (let row = merge.top; row <= Math.min(merge.bottom, grid.length - 1); row++) {
      grid[row]?.fill(text, merge.left, merge.right + 1)
    }
  }
  return grid
}

function headerAt(grid: readonly string[][], top: number, depth: number, layout: Layout): Header {
  const levels = grid.slice(top, top + depth)
  const headings = (levels[0] ?? []).map((_, column) => headingOf(levelsOf(levels, column)))
  const taken = new Set<string>()
  let score = -DEEPER_COSTS * depth
  const targets = headings.map((heading) => {
    const at = heading.keys.findIndex((key) => layout.targets.has(key))
    const target = layout.targets.get(heading.keys[at] ?? '')
    if (target === undefined) return null
    const identity = `${target}@${heading.year ?? ''}${heading.period ?? ''}`
    if (taken.has(identity)) return null
    taken.add(identity)
    score += at === 0 ? 1 : LAST_LEVEL_ONLY
    if (heading.year !== null || heading.period !== null) score += SAYS_WHEN
    return target
  })
  return { top, bottom: top + depth - 1, headings, targets, score }
}

/** A year that stands over several columns without being merged belongs to all of them. */
function levelsOf(levels: readonly string[][], column: number): string[] {
  return levels.map((level, at) => {
    const own = level[column] ?? ''
    const below = levels.at(-1)?.[column] ?? ''
    if (own !== '' || at === levels.length - 1 || below === '') return own
    const left = level.slice(0, column).findLast((text) => text !== '') ?? ''
    return /^(19|20)\d{2}年?度?$/u.test(compact(left)) ? left : ''
  })
}
