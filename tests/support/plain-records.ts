import type { Records } from '#shared/edits/read-model.ts'
import type { RecordType, Row } from '#shared/records/dictionary.ts'

export type PlainRows = { readonly [T in RecordType]?: readonly Row<T>[] }

/** A read side made of plain rows: no edits, no 合并, nothing 作废. */
export function plainRecords(rows: PlainRows): Records {
  const byId = new Map(
    Object.entries(rows).map(([type, list]) => [
      type,
      new Map<string, unknown>(list.map((row) => [row.id, row])),
    ]),
  )
  return {
    of: <T extends RecordType>(type: T) => (rows[type] ?? []) as readonly Row<T>[],
    get: <T extends RecordType>(type: T, id: string) => byId.get(type)?.get(id) as Row<T> | undefined,
    all: (type) =>
      (rows[type] ?? []).map(({ id, ...fields }) => ({ type, id, voided: null, fields, conflicts: {} })),
    resolve: (_, id) => id,
  }
}
