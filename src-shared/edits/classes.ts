import { compareText } from './clock.ts'
import type { LinkOfEdit, RecordClass, RecordTable } from './state.ts'

/** The class a record belongs to after 合并; null when it stands alone. */
export function classOf(table: RecordTable, id: string): RecordClass | null {
  if (table.links.size === 0) return null
  table.classes ??= buildClasses(table)
  return table.classes.get(id) ?? null
}

/** Law 7: `same` is symmetric and transitive over live links; the smallest id stands for the class. */
function buildClasses(table: RecordTable): ReadonlyMap<string, RecordClass> {
  const classes = new Map<string, RecordClass>()
  for (const start of table.links.keys()) {
    if (classes.has(start)) continue
    const found = reach(table, start)
    if (found.length < 2) continue
    const ids = found.toSorted(compareText)
    const links = new Set(ids.flatMap((id) => liveLinks(table, id)))
    const made: RecordClass = { id: ids[0] ?? start, ids, links: [...links], folded: undefined }
    for (const id of ids) classes.set(id, made)
  }
  return classes
}

function reach(table: RecordTable, start: string): readonly string[] {
  const found = new Set([start])
  for (const id of found) {
    for (const link of liveLinks(table, id)) found.add(link.a).add(link.b)
  }
  return [...found]
}

function liveLinks(table: RecordTable, id: string): readonly LinkOfEdit[] {
  return (table.links.get(id) ?? []).filter((link) => link.edit.live)
}

/** The id that stands for a record after 合并. */
export function resolveId(table: RecordTable, id: string): string {
  return classOf(table, id)?.id ?? id
}
