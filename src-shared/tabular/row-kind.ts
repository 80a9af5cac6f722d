import { cellText, compact, isBlank } from './cell-text.ts'
import type { FindingKind } from './finding-kinds.ts'
import type { Cell, Matrix } from './matrix.ts'

/** What the header and the title taught, prepared once per sheet. */
export interface RowContext {
  readonly titles: readonly string[]
  /** Per column: compacted header texts of every level. */
  readonly headerTexts: readonly ReadonlySet<string>[]
  /** Columns that say which record the row is about: name, code, number. */
  readonly identityColumns: readonly number[]
  readonly rowNumberColumns: readonly number[]
}

const TOTAL = /^(合计|总计|共计|总合计|全县合计|全市合计|累计)[::]?$/u
const SUBTOTAL = /小计[::]?$/u
const FOOTNOTE = /^(注|备注|说明|填表说明|附注)\d?[::.、]|^(注|※|\*)\d?[::.]?/u
const SIGNATURE = /(单位负责人|分管领导|负责人|审核人|填表人|填报人|制表人|经办人)[::]/u
const MARKING = /[计注::]/u
const FEW = 4

/** Why a row is no data, or null when it is data. */
export function notDataKind(row: readonly Cell[], context: RowContext): FindingKind | null {
  if (isPlainData(row, context)) return null
  const filled: number[] = []
  for (let column = 0; column < row.length; column++) if (!isBlank(row[column] ?? null)) filled.push(column)
  if (filled.length === 0) return 'blank-row'
  return specialKind(row, filled, context)
}

/** Most rows of most sheets: well filled, named, and without any word that marks another kind of row. */
function isPlainData(row: readonly Cell[], context: RowContext): boolean {
  let filled = 0
  for (let column = 0; column < row.length && filled <= FEW; column++) {
    if (!isBlank(row[column] ?? null)) filled++
  }
  return filled > FEW && !looksSpecial(row, context)
}

/** A cheap look at what names the row; anything short and suspicious is looked at closely. */
function looksSpecial(row: readonly Cell[], context: RowContext): boolean {
  let named = false
  for (const column of context.identityColumns) {
    const cell = row[column]
    if (typeof cell !== 'string') continue
    named = true
    if (cell.length >= 14) continue
    if (MARKING.test(cell) || context.headerTexts[column]?.has(compact(cell)) === true) return true
  }
  return !named || (typeof row[0] === 'string' && MARKING.test(row[0]))
}

function specialKind(
  row: readonly Cell[],
  filled: readonly number[],
  context: RowContext,
): FindingKind | null {
  const header = filled.filter((column) =>
    context.headerTexts[column]?.has(compact(cellText(row[column] ?? null))),
  )
  if (header.length >= 2 && header.length * 2 >= filled.length) return 'repeated-header'
  const total = totalKind(row, filled, context)
  if (total !== null) return total
  const texts = filled.map((column) => compact(cellText(row[column] ?? null)))
  if (filled.length > FEW) return null
  if (SIGNATURE.test(texts.join(' '))) return 'signature-row'
  const first = texts[0] ?? ''
  if (FOOTNOTE.test(first) && filled.length <= 2) return 'footnote-row'
  if (isTitle(first, context)) return 'repeated-title'
  const numbered = filled.every((column) => context.rowNumberColumns.includes(column)) && /^\d+$/.test(first)
  if (numbered) return 'numbered-blank-row'
  return filled.length > 1 || context.identityColumns.includes(filled[0] ?? -1) ? null : 'group-row'
}

function totalKind(row: readonly Cell[], filled: readonly number[], context: RowContext): FindingKind | null {
  for (const column of filled.slice(0, 3)) {
    const text = compact(cellText(row[column] ?? null))
    const kind = TOTAL.test(text)
      ? 'total-row'
      : text.length <= 20 && SUBTOTAL.test(text)
        ? 'subtotal-row'
        : null
    if (kind !== null && !isNamedBeside(row, column, context)) return kind
  }
  return null
}

/** A total never names a firm or a code in another cell. */
function isNamedBeside(row: readonly Cell[], column: number, context: RowContext): boolean {
  return context.identityColumns.some((other) => {
    const cell = row[other]
    return other !== column && typeof cell === 'string' && /\p{Script=Han}{3}|[0-9A-Za-z]{12}/u.test(cell)
  })
}

const SAME_START = 10

function isTitle(text: string, context: RowContext): boolean {
  if (/[(（]续\d*[)）]$|^续表/u.test(text)) return true
  return context.titles.some(
    (title) => title.length >= SAME_START && text.startsWith(title.slice(0, SAME_START)),
  )
}

/** Header texts per column, every level, compacted. */
export function headerTextsOf(matrix: Matrix, top: number, bottom: number): ReadonlySet<string>[] {
  return Array.from({ length: matrix.columns }, (_, column) => {
    const texts = matrix.rows.slice(top, bottom + 1).map((row) => compact(cellText(row[column] ?? null)))
    return new Set(texts.filter((text) => text !== ''))
  })
}
