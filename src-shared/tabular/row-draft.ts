import { addressOf } from './cell-text.ts'
import type { CleanedRow, CleanValue, Finding, Pile, ValueKey } from './cleaned.ts'
import type { ColumnReader } from './column-reader.ts'
import { findingAt, type Note } from './finding.ts'

/** A data row while it is being cleaned; `toCleanedRow` fixes it. */
export interface RowDraft {
  /** 0-based. */
  readonly row: number
  readonly values: Record<ValueKey, CleanValue>
  findings: Finding[]
  key: string | null
}

/** The columns of a sheet by what they mean, so that later checks can point at the right cell. */
export interface SheetColumns {
  readonly readers: readonly ColumnReader[]
  readonly byTarget: ReadonlyMap<ValueKey, ColumnReader>
}

/** Adds a note to the cell of `target`, or to the row's first column when the sheet has no such column. */
export function noteAt(
  draft: RowDraft,
  columns: SheetColumns,
  target: ValueKey,
  before: string,
  note: Note,
): void {
  const reader = columns.byTarget.get(target)
  const place = {
    cell: addressOf(draft.row, reader?.column ?? 0),
    field: reader?.field ?? null,
    title: reader?.title ?? '',
  }
  draft.findings.push(findingAt(place, before, note))
}

/** 需处理 when anything blocks; 已自动规范 when a value differs from the cell or wants a look; else 可导入. */
export function pileOf(findings: readonly Finding[]): Pile {
  if (findings.some((finding) => finding.severity === 'blocking')) return 'todo'
  return findings.some((finding) => finding.severity === 'warning' || finding.after !== null) ? 'fixed' : 'ok'
}

export function toCleanedRow(draft: RowDraft): CleanedRow {
  return {
    row: draft.row + 1,
    pile: pileOf(draft.findings),
    key: draft.key,
    values: draft.values,
    findings: draft.findings,
  }
}
