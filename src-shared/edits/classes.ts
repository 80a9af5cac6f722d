import { compareText } from './clock.ts'
import type { EditNode, LinkOfEdit, RecordClass, RecordTable } from './state.ts'

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
    const made = buildClass(table, start, (edit) => edit.live)
    for (const id of made?.ids ?? []) if (made !== null) classes.set(id, made)
  }
  return classes
}

/** The class a record belongs to once `edit` is live, whether it is now or not; null when it stands alone. */
export function classWith(table: RecordTable, id: string, edit: EditNode): RecordClass | null {
  if (edit.live || edit.same.length === 0) return classOf(table, id)
  return buildClass(table, id, (one) => one.live || one === edit)
}

function buildClass(
  table: RecordTable,
  start: string,
  counts: (edit: EditNode) => boolean,
): RecordClass | null {
  const linksOf = (id: string) => (table.links.get(id) ?? []).filter((link) => counts(link.edit))
  const found = new Set([start])
  for (const id of found) {
    for (const link of linksOf(id)) found.add(link.a).add(link.b)
  }
  if (found.size < 2) return null
  const ids = [...found].toSorted(compareText)
  const links: ReadonlySet<LinkOfEdit> = new Set(ids.flatMap(linksOf))
  return { id: ids[0] ?? start, ids, links: [...links], folded: undefined }
}

/** The id that stands for a record after 合并. */
export function resolveId(table: RecordTable, id: string): string {
  return classOf(table, id)?.id ?? id
}
