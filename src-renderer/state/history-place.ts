import { create } from 'zustand'
import { CUSTOM_PREFIX, fieldsOf, type RecordType } from '#shared/records/dictionary.ts'

/** The record whose 历史 is open, and the cell when only one of it is asked for. */
export interface HistoryPlace {
  readonly type: RecordType
  readonly id: string
  /** A field or `custom.<column id>`; a list stands for all its elements. null: the whole record. */
  readonly register: string | null
}

export interface HistoryPlaceState {
  readonly place: HistoryPlace | null
  open(place: HistoryPlace): void
  close(): void
}

/** 历史 opens from every screen and lies over it. */
export const useHistoryPlace = create<HistoryPlaceState>((set) => ({
  place: null,
  open: (place) => set({ place }),
  close: () => set({ place: null }),
}))

/** 历史 of a whole record. */
export function openHistory(type: RecordType, id: string): void {
  useHistoryPlace.getState().open({ type, id, register: null })
}

/** 历史 of one cell; of the whole record for a column that is computed or belongs to another record. */
export function openCellHistory(type: RecordType, id: string, column: string): void {
  const isCell = fieldsOf(type).has(column) || column.startsWith(CUSTOM_PREFIX)
  useHistoryPlace.getState().open({ type, id, register: isCell ? column : null })
}
