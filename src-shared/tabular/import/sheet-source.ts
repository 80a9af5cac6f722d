import { columnLetters } from '../cell-text.ts'
import type { CleanedRow, CleanedSheet, CleanValue, ValueKey } from '../cleaned.ts'
import type { Source } from './staging.ts'

export type Element = Readonly<Record<string, string | number | boolean>>

/** Where each value of a sheet was read, to show the cell beside the change. */
export class SheetSource {
  readonly #columns: ReadonlyMap<string, string>
  readonly sheet: CleanedSheet
  readonly #position: number

  constructor(sheet: CleanedSheet, position: number) {
    this.sheet = sheet
    this.#position = position
    this.#columns = new Map(
      sheet.columns.flatMap(({ column, header, target }) =>
        target === null ? [] : [[target === 'custom' ? `custom.${header}` : target, columnLetters(column)]],
      ),
    )
  }

  hasColumn(target: ValueKey): boolean {
    return this.#columns.has(target)
  }

  /** The row itself, or the cell of the first of the targets that has a column. */
  of(row: CleanedRow, target?: ValueKey, otherwise?: ValueKey): Source {
    const column = this.#columnOf(target) ?? this.#columnOf(otherwise) ?? ''
    return { sheet: this.#position, row: row.row, column }
  }

  #columnOf(target: ValueKey | undefined): string | undefined {
    return target === undefined ? undefined : this.#columns.get(target)
  }
}

export function textOf(row: CleanedRow, target: ValueKey): string | null {
  const value = row.values[target]
  return typeof value === 'string' ? value : null
}

export function numberOf(row: CleanedRow, target: ValueKey): number | null {
  const value = row.values[target]
  return typeof value === 'number' ? value : null
}

/** The elements of a list value. */
export function elementsOf(value: CleanValue | undefined): readonly (readonly [string, Element])[] {
  return typeof value === 'object' ? (Object.entries(value) as [string, Element][]) : []
}
