import type { ReactNode } from 'react'
import type { FieldValue } from '#shared/edits/edit.ts'
import type { DictionaryField } from '#shared/records/dictionary.ts'
import type { FieldKind } from '#shared/records/field.ts'
import { formatField, type TypedField } from '#shared/records/parse-typed.ts'
import type { Result } from '#shared/result.ts'

/** One column of a grid over rows of type `T`. */
export interface GridColumn<T> {
  readonly id: string
  readonly title: string
  readonly kind: FieldKind
  /** Printed behind the title; figures carry no unit of their own. */
  readonly unit?: string
  readonly help?: string
  /** px at 14 px text. */
  readonly width: number
  /** The raw value, for sorting and filtering by range. */
  value(row: T): unknown
  /** The shown text; '' is empty and shown as —. */
  text(row: T): string
  /** Richer display than `text`, for example a status with its icon. */
  render?(row: T): ReactNode
  /** Makes the column editable: how typed text becomes a value. */
  readonly field?: TypedField
  readonly choices?: readonly string[]
}

export interface CellChange<T> {
  readonly row: T
  readonly column: GridColumn<T>
  readonly value: FieldValue
}

/** Stores one typed cell; the words of a failure are shown beside the cell, which keeps the typed text. */
export type CellCommit<T> = (change: CellChange<T>) => Promise<Result<unknown, { readonly message: string }>>

const RIGHT_ALIGNED: ReadonlySet<FieldKind> = new Set(['amount', 'count', 'number', 'year'])

export const FLAG_CHOICES = ['是', '否'] as const

export function isRightAligned(kind: FieldKind): boolean {
  return RIGHT_ALIGNED.has(kind)
}

/** The column of a dictionary field; lists and references are shown but not typed into. */
export function dictionaryColumn<T extends object>(
  field: DictionaryField,
  options: { readonly readOnly?: boolean; readonly text?: (row: T) => string } = {},
): GridColumn<T> {
  const typeable = field.kind !== 'ref' && field.kind !== 'list' && options.readOnly !== true
  const choices = field.kind === 'flag' ? FLAG_CHOICES : field.choices
  const value = (row: T): unknown => Reflect.get(row, field.name)
  return {
    id: field.name,
    title: field.title,
    kind: field.kind,
    width: field.width ?? 120,
    value,
    text: options.text ?? ((row) => formatField(field, value(row))),
    ...(field.unit === undefined ? {} : { unit: field.unit }),
    ...(field.help === undefined ? {} : { help: field.help }),
    ...(typeable ? { field } : {}),
    ...(choices === undefined ? {} : { choices }),
  }
}
