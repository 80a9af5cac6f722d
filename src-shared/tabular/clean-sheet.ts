import { unitByName } from '../codes/reporting-units.ts'
import { fieldOf } from '../records/dictionary.ts'
import { addressOf, cellText, columnLetters } from './cell-text.ts'
import type { CleanedRow, CleanedSheet, ColumnMapping, Finding, Pile, Subject } from './cleaned.ts'
import { type ColumnReader, columnReader } from './column-reader.ts'
import { findDuplicates } from './duplicates.ts'
import { findHeader, type Header } from './find-header.ts'
import { findingAt, type Note } from './finding.ts'
import { finishRow, type RowDefaults } from './finish-row.ts'
import { type Layout, layoutOf, type Role } from './layout.ts'
import { type MappedColumn, type MappingOverrides, mapColumns } from './map-columns.ts'
import type { Cell, Matrix } from './matrix.ts'
import { checkContext } from './row-checks.ts'
import { type RowDraft, type SheetColumns, toCleanedRow } from './row-draft.ts'
import { headerTextsOf, notDataKind, type RowContext } from './row-kind.ts'
import { type TitleFacts, titleFacts } from './title-facts.ts'

export interface CleanOptions {
  /** YYYY-MM-DD: dates after it are pointed out. */
  readonly today: string
  /** GB/T 2260 code of the own county; null for a functional zone or the city. */
  readonly ownDivision: string | null
  /** Short name of the 填报单位 (平江县); null at the city. */
  readonly ownUnitName: string | null
  /** Year of the list or the figures when neither a column nor the title says it. */
  readonly defaultYear: number | null
  readonly mapping?: MappingOverrides
}

/** One sheet read as `subject`: every row of the sheet in exactly one pile, nothing dropped without a finding. */
export function cleanSheet(
  matrix: Matrix,
  subject: Subject,
  options: CleanOptions,
  file = '',
  role: Role = 'main',
): CleanedSheet {
  const layout = layoutOf(subject, role)
  const header = layout === undefined ? null : findHeader(matrix, layout)
  if (layout === undefined || header === null) return withoutHeader(matrix, subject, file, role)
  const facts = titleFacts(matrix, header.top)
  const mapping = mapColumns(matrix, header, subject, facts, options.mapping ?? {})
  const columns = sheetColumns(mapping, role, facts, options)
  const { drafts, rest } = readRows(matrix, header, columns, mapping, facts, layout)
  const checks = checkContext(columns, ownDivisions(options))
  const defaults = rowDefaults(columns, facts, options, matrix)
  for (const draft of drafts) finishRow(draft, columns, subject, role, checks, defaults)
  const duplicates = findDuplicates(drafts, columns, subject, role)
  const rows = [...rest, ...headerFindings(header, mapping, facts, matrix), ...drafts.map(toCleanedRow)].sort(
    (a, b) => a.row - b.row,
  )
  return {
    file,
    sheet: matrix.sheet,
    subject,
    role,
    headerRows: range(header.top + 1, header.bottom + 1),
    columns: mapping.map(
      ({ column, header: shown, target }): ColumnMapping => ({ column, header: shown, target }),
    ),
    counts: countPiles(rows),
    rows,
    unmapped: mapping.filter((column) => column.target === 'custom').map((column) => column.header),
    duplicates,
  }
}

function sheetColumns(
  mapping: readonly MappedColumn[],
  role: Role,
  facts: TitleFacts,
  options: CleanOptions,
): SheetColumns {
  const context = { today: options.today, sheetUnit: facts.unit, ownUnitName: options.ownUnitName }
  const readers = mapping
    .filter((column) => role === 'main' || column.target !== 'custom')
    .flatMap((column) => columnReader(column, context) ?? [])
  return { readers, byTarget: new Map(readers.map((reader) => [reader.target, reader])) }
}

function ownDivisions(options: CleanOptions): readonly string[] {
  const unit = options.ownUnitName === null ? null : unitByName(options.ownUnitName)
  if (unit !== null && unit.kind !== 'city') return unit.divisions
  return options.ownDivision === null ? [] : [options.ownDivision, '430600']
}

/** The title's year is the list's only where the sheet is a list; figures take year and period from it. */
function rowDefaults(
  columns: SheetColumns,
  facts: TitleFacts,
  options: CleanOptions,
  matrix: Matrix,
): RowDefaults {
  const isList =
    [...columns.byTarget.keys()].some((target) => target.startsWith('participation.')) ||
    [...facts.titles, matrix.sheet].some((title) => /名单|破零|参与/u.test(title))
  const year = facts.year ?? options.defaultYear
  return { listYear: isList ? year : null, figuresYear: year, figuresPeriod: facts.period }
}

interface RowsRead {
  readonly drafts: RowDraft[]
  readonly rest: CleanedRow[]
}

function readRows(
  matrix: Matrix,
  header: Header,
  columns: SheetColumns,
  mapping: readonly MappedColumn[],
  facts: TitleFacts,
  layout: Layout,
): RowsRead {
  const context = rowContext(matrix, header, mapping, facts, layout)
  const merged = mergedValues(matrix, header.bottom)
  const hidden = new Set(matrix.hiddenRows)
  const drafts: RowDraft[] = []
  const rest: CleanedRow[] = []
  for (const [row, cells] of matrix.rows.entries()) {
    if (row >= header.top && row <= header.bottom) continue
    const kind =
      row < header.top
        ? cells.every((cell) => cellText(cell).trim() === '')
          ? 'blank-row'
          : 'title-row'
        : notDataKind(cells, context)
    if (kind !== null) {
      rest.push(notData(row, cells, kind))
      continue
    }
    const draft = readRow(row, cells, columns.readers, merged)
    if (hidden.has(row))
      draft.findings.push(
        findingAt({ cell: `A${row + 1}`, field: null, title: '' }, '', { kind: 'hidden-row', after: null }),
      )
    drafts.push(draft)
  }
  return { drafts, rest }
}

function rowContext(
  matrix: Matrix,
  header: Header,
  mapping: readonly MappedColumn[],
  facts: TitleFacts,
  layout: Layout,
): RowContext {
  const identities = new Set<string>([
    ...layout.needs.flat(),
    'enterprise.name',
    'enterprise.code',
    'activity.number',
    'activity.name',
    'patent.title',
  ])
  return {
    titles: facts.titles,
    headerTexts: headerTextsOf(matrix, header.top, header.bottom),
    identityColumns: mapping
      .filter((column) => column.target !== null && identities.has(column.target))
      .map((column) => column.column),
    rowNumberColumns: mapping.filter((column) => column.target === null).map((column) => column.column),
  }
}

/** `row:column` of covered cells of vertical merges in the data, with the value they inherit. */
function mergedValues(matrix: Matrix, headerBottom: number): ReadonlyMap<number, ReadonlyMap<number, Cell>> {
  const byRow = new Map<number, Map<number, Cell>>()
  for (const merge of matrix.merges) {
    if (merge.top <= headerBottom || merge.bottom === merge.top) continue
    const value = matrix.rows[merge.top]?.[merge.left] ?? null
    for (let row = merge.top + 1; row <= merge.bottom; row++) {
      const cells = byRow.get(row) ?? new Map<number, Cell>()
      byRow.set(row, cells.set(merge.left, value))
    }
  }
  return byRow
}

function readRow(
  row: number,
  cells: readonly Cell[],
  readers: readonly ColumnReader[],
  merged: ReadonlyMap<number, ReadonlyMap<number, Cell>>,
): RowDraft {
  const draft: RowDraft = { row, values: {}, findings: [], key: null }
  const inherited = merged.get(row)
  for (const reader of readers) {
    const own = cells[reader.column] ?? null
    const from = own === null || own === '' ? inherited?.get(reader.column) : undefined
    if (own === null && from === undefined) continue
    readCell(draft, reader, from ?? own, from !== undefined)
  }
  return draft
}

function readCell(draft: RowDraft, reader: ColumnReader, cell: Cell, inherited: boolean): void {
  if (inherited && !reader.fillsDown) {
    addNote(draft, reader, cellText(cell), { kind: 'merged-number', after: null })
    return
  }
  const reading = reader.read(cell)
  if (reading.value !== undefined) draft.values[reader.target] = reading.value
  for (const note of reading.notes) addNote(draft, reader, cellText(cell), note)
  if (inherited && reading.value !== undefined)
    addNote(draft, reader, '', { kind: 'merged-cell-fill-down', after: cellText(cell) })
  if (reading.also === undefined) return
  for (const [key, value] of Object.entries(reading.also)) draft.values[key] ??= value
}

function addNote(draft: RowDraft, reader: ColumnReader, before: string, note: Note): void {
  const place = { cell: addressOf(draft.row, reader.column), field: reader.field, title: reader.title }
  draft.findings.push(findingAt(place, before, note))
}

function notData(row: number, cells: readonly Cell[], kind: Note['kind']): CleanedRow {
  const at = cells.findIndex((cell) => cellText(cell).trim() !== '')
  const place = { cell: addressOf(row, Math.max(at, 0)), field: null, title: '' }
  const before = at < 0 ? '' : cellText(cells[at] ?? null)
  return {
    row: row + 1,
    pile: 'notData',
    key: null,
    values: {},
    findings: [findingAt(place, before, { kind, after: null })],
  }
}

/** The header rows themselves, with what is to be asked about whole columns. */
function headerFindings(
  header: Header,
  mapping: readonly MappedColumn[],
  facts: TitleFacts,
  matrix: Matrix,
): CleanedRow[] {
  const hidden = new Set(matrix.hiddenColumns)
  const asked = mapping.flatMap((column): Finding[] => {
    const place = {
      cell: columnLetters(column.column) + String(header.top + 1),
      field: null,
      title: column.header,
    }
    const found: Finding[] = hidden.has(column.column)
      ? [findingAt(place, column.header, { kind: 'hidden-column', after: null })]
      : []
    if (isMoney(column) && column.heading.unit === null && facts.unit === null)
      found.push(findingAt(place, column.header, { kind: 'unit-not-stated', after: null }))
    const meant = header.targets[column.column] ?? null
    if (
      column.target === 'custom' &&
      meant?.startsWith('figures.') === true &&
      column.heading.year === null
    ) {
      found.push(findingAt(place, column.header, { kind: 'figures-year-unknown', after: null }))
    }
    return found
  })
  return range(header.top, header.bottom).map((row) => {
    const reason = findingAt({ cell: `A${row + 1}`, field: null, title: '' }, '', {
      kind: 'header-row',
      after: null,
    })
    return {
      row: row + 1,
      pile: 'notData',
      key: null,
      values: {},
      findings: row === header.top ? [reason, ...asked] : [reason],
    }
  })
}

function isMoney(column: MappedColumn): boolean {
  const [record, field] = column.target?.split('@')[0]?.split('.') ?? []
  if (record !== 'figures' || field === undefined) return false
  return fieldOf('figures', field).kind === 'amount'
}

/** No header of this kind: nothing is read, and every filled row says so. */
function withoutHeader(matrix: Matrix, subject: Subject, file: string, role: Role): CleanedSheet {
  const rows = matrix.rows.map((cells, row): CleanedRow => {
    const blank = cells.every((cell) => cellText(cell).trim() === '')
    if (blank) return notData(row, cells, 'blank-row')
    return { ...notData(row, cells, 'header-not-found'), pile: 'todo' }
  })
  return {
    file,
    sheet: matrix.sheet,
    subject,
    role,
    headerRows: [],
    columns: [],
    counts: countPiles(rows),
    rows,
    unmapped: [],
    duplicates: [],
  }
}

function countPiles(rows: readonly CleanedRow[]): Record<Pile, number> {
  const counts = { ok: 0, fixed: 0, todo: 0, notData: 0 }
  for (const row of rows) counts[row.pile]++
  return counts
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
}
