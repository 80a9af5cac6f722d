import type { KeptTexts } from '../kept-texts.ts'

/** Typed text that is not stored: on its way (`message` null), or refused and kept with the reason. */
export interface CellDraft {
  readonly typed: string
  readonly message: string | null
}

export type RowDrafts = ReadonlyMap<string, CellDraft>

/** Ids hold no line breaks. */
const BETWEEN = '\n'

/** The place of a cell among the kept texts. */
export function cellPlace(grid: string, row: string, column: string): string {
  return [grid, row, column].join(BETWEEN)
}

/** What is shown over a grid's cells: kept texts of that grid, and above them what is on its way. */
export function draftsOf(
  grid: string,
  kept: KeptTexts['texts'],
  onTheirWay: ReadonlyMap<string, RowDrafts>,
): ReadonlyMap<string, RowDrafts> {
  let drafts: ReadonlyMap<string, RowDrafts> = new Map()
  for (const [place, { typed, message }] of kept) {
    const [of, row, column] = place.split(BETWEEN)
    if (of === grid && row !== undefined && column !== undefined) {
      drafts = withDraft(drafts, row, column, { typed, message })
    }
  }
  for (const [row, ofRow] of onTheirWay) {
    for (const [column, draft] of ofRow) drafts = withDraft(drafts, row, column, draft)
  }
  return drafts
}

export function withDraft(
  before: ReadonlyMap<string, RowDrafts>,
  row: string,
  column: string,
  draft: CellDraft | null,
): ReadonlyMap<string, RowDrafts> {
  const ofRow = new Map(before.get(row))
  if (draft === null) {
    if (!ofRow.delete(column)) return before
  } else ofRow.set(column, draft)
  const after = new Map(before)
  if (ofRow.size === 0) after.delete(row)
  else after.set(row, ofRow)
  return after
}

/** How many cells hold text that was refused. */
export function refusedCount(drafts: ReadonlyMap<string, RowDrafts>): number {
  let refused = 0
  for (const ofRow of drafts.values()) {
    for (const draft of ofRow.values()) if (draft.message !== null) refused += 1
  }
  return refused
}
