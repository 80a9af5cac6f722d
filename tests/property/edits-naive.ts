import type { Edit, EditId, FieldValue } from '#shared/edits/edit.ts'
import type { RecordType } from '#shared/records/dictionary.ts'

/** What the naive model says of a record: the same content as StoredRecord, computed from the whole set each time. */
export interface NaiveRecord {
  readonly id: string
  readonly voided: { readonly reason: string } | null
  readonly fields: Record<string, unknown>
  readonly conflicts: Record<string, readonly { edit: EditId; value: FieldValue }[]>
}

interface NaiveWrite {
  readonly edit: Edit
  readonly member: string
  readonly name: string
  readonly value: FieldValue
}

const sees = (later: Edit, earlier: Edit) =>
  later === earlier || (later.seen[earlier.id.station] ?? 0) >= earlier.id.n
const concurrent = (a: Edit, b: Edit) => !sees(a, b) && !sees(b, a)
const idText = (id: EditId) => `${id.station}/${String(id.n).padStart(6, '0')}`
const order = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1)
const text = (value: unknown) => JSON.stringify(value, (_, v) => sorted(v))

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Law 1, by definition. */
export function isLive(edit: Edit, all: readonly Edit[]): boolean {
  const retractors = all.filter((other) =>
    (other.retracts ?? []).some((id) => idText(id) === idText(edit.id)),
  )
  return !retractors.some((other) => isLive(other, all))
}

/** Laws 2 and 7, by definition: the writes to a type that are values now, as `<edit> <member> <register>`. */
export function standingWrites(all: readonly Edit[], type: RecordType): ReadonlySet<string> {
  const live = all.filter((edit) => isLive(edit, all))
  const writes = live.flatMap((edit) => writesOf(edit, type))
  const links = linksOf(live, type)
  const replaced = (w: NaiveWrite) =>
    writes.some(
      (o) =>
        o.name === w.name &&
        o.edit !== w.edit &&
        sees(o.edit, w.edit) &&
        component(
          o.member,
          links.filter((link) => sees(o.edit, link.edit)),
        ).includes(w.member),
    )
  return new Set(writes.filter((w) => !replaced(w)).map((w) => `${idText(w.edit.id)} ${w.member} ${w.name}`))
}

/** The cells one edit writes in a type, named as in `standingWrites`. */
export function cellsOf(edit: Edit, type: RecordType): readonly string[] {
  return writesOf(edit, type).map((w) => `${idText(edit.id)} ${w.member} ${w.name}`)
}

/** Law 7, by definition: the smallest id that live links join with `id`, in any number of steps. */
export function naiveResolve(all: readonly Edit[], type: RecordType, id: string): string {
  const live = all.filter((edit) => isLive(edit, all))
  return component(id, linksOf(live, type))[0] ?? id
}

/** All records of a type, by the laws read literally over the whole set of edits. */
export function naiveRecords(all: readonly Edit[], type: RecordType): readonly NaiveRecord[] {
  const live = all.filter((edit) => isLive(edit, all))
  const writes = live.flatMap((edit) => writesOf(edit, type))
  const links = linksOf(live, type)
  const ids = [...new Set(writes.map((write) => write.member))]
  const classes = new Map(ids.map((id) => [id, component(id, links)]))
  const names = [...new Set([...classes.values()].map((members) => members[0] ?? ''))]
  return names
    .map((name) => {
      const members = component(name, links)
      return foldNaive(
        name,
        members,
        writes.filter((w) => members.includes(w.member)),
        links,
      )
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

type Links = readonly { readonly edit: Edit; readonly same: readonly [string, string] }[]

function linksOf(live: readonly Edit[], type: RecordType): Links {
  return live.flatMap((edit) =>
    (edit.ops ?? []).flatMap((op) => ('same' in op && op.record === type ? [{ edit, same: op.same }] : [])),
  )
}

function component(id: string, links: Links): readonly string[] {
  const found = new Set([id])
  for (let size = 0; size !== found.size; ) {
    size = found.size
    for (const { same } of links)
      if (same.some((one) => found.has(one))) for (const one of same) found.add(one)
  }
  return [...found].sort()
}

function writesOf(edit: Edit, type: RecordType): readonly NaiveWrite[] {
  const latest = new Map<string, NaiveWrite>()
  for (const op of edit.ops ?? []) {
    if (!('set' in op) || op.record !== type) continue
    for (const [name, value] of Object.entries(op.set)) {
      latest.set(`${op.id} ${name}`, { edit, member: op.id, name, value })
    }
  }
  return [...latest.values()]
}

function foldNaive(
  id: string,
  members: readonly string[],
  writes: readonly NaiveWrite[],
  links: Links,
): NaiveRecord {
  const inside = links.filter((link) => link.same.some((one) => members.includes(one)))
  const reaches = (edit: Edit, from: string, to: string) =>
    component(
      from,
      inside.filter((link) => sees(edit, link.edit)),
    ).includes(to)
  const fields: Record<string, unknown> = {}
  const conflicts: NaiveRecord['conflicts'] = {}
  let voided: NaiveRecord['voided'] = null
  for (const name of new Set(writes.map((write) => write.name))) {
    const own = writes.filter((write) => write.name === name).sort((a, b) => order(a.member, b.member))
    const values = own.filter(
      (w) =>
        !own.some((o) => o.edit !== w.edit && sees(o.edit, w.edit) && reaches(o.edit, o.member, w.member)),
    )
    const voids = name === '$void' ? values.filter((w) => w.value !== null) : []
    const blind = new Map(
      [...writes, ...inside]
        .map((one) => one.edit)
        .filter((e) => !values.some((v) => v.edit === e) && voids.some((v) => concurrent(v.edit, e)))
        .map((e) => [idText(e.id), { edit: e.id, value: null }]),
    )
    const told = [...values.map((w) => ({ edit: w.edit.id, value: w.value })), ...blind.values()]
    if (blind.size > 0 || new Set(values.map((w) => text(w.value))).size > 1) {
      conflicts[name] = told.toSorted((a, b) => order(idText(a.edit), idText(b.edit)))
    } else if (name === '$void') {
      const value = values[0]?.value
      const covered = members
        .filter((m) => writes.some((w) => w.member === m))
        .every((m) => values.some((v) => reaches(v.edit, v.member, m)))
      voided =
        typeof value === 'object' && value !== null && covered ? { reason: String(value.reason) } : null
    } else put(fields, name, values[0]?.value ?? null)
  }
  return { id, voided, fields, conflicts }
}

function put(fields: Record<string, unknown>, name: string, value: FieldValue): void {
  if (value === null) return
  const [list = '', key] = name.split('/')
  if (key === undefined) fields[name] = value
  else fields[list] = { ...(fields[list] as object | undefined), [key]: value }
}
