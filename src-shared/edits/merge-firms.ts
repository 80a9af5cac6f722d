import { CUSTOM_PREFIX, fieldsOf, type RecordType, type Row } from '../records/dictionary.ts'
import type { FieldKind } from '../records/field.ts'
import type { FieldValue, Operation } from './edit.ts'
import { elementKey, mergeRecords } from './operations.ts'
import type { Records, StoredRecord } from './read-model.ts'
import { sameValue } from './same-value.ts'

/** A register on which two records to be joined do not agree. */
export interface MergeDifference {
  /** Names the question among all of a merge. */
  readonly key: string
  readonly register: string
  readonly title: string
  readonly kind: FieldKind
  /** Values of the one and of the other; more than one where a conflict stood already, none only with a conflict beside. */
  readonly values: readonly [readonly FieldValue[], readonly FieldValue[]]
}

/** Two records that become one. */
export interface MergePair {
  readonly record: 'enterprise' | 'participation' | 'figures' | 'patent'
  readonly ids: readonly [string, string]
  /** 企业资料, 2021年名单, 2021年1-9月累计数据. */
  readonly title: string
  readonly differences: readonly MergeDifference[]
  /** What only one of them says, and references: written anew, or an emptied field of the other would contradict it. */
  readonly agreed: Readonly<Record<string, FieldValue>>
}

/** 合并 of two firms: the firms, and what both of them have of the same year or period; or of two patents. */
export interface FirmMerge {
  readonly pairs: readonly MergePair[]
}

/** What joining two live firms means; references of patents and activities follow by themselves (law 7). */
export function firmMerge(records: Records, a: string, b: string): FirmMerge {
  const firms = pairOf(records, 'enterprise', a, b, '企业资料')
  const pairs = firms === null ? [] : [firms]
  for (const [record, keyOf, titleOf] of [
    ['participation', (row: Dated) => String(row.year), (row: Dated) => `${row.year}年名单`],
    [
      'figures',
      (row: Dated) => `${row.year} ${row.period}`,
      (row: Dated) => `${row.year}年${row.period ?? ''}数据`,
    ],
  ] as const) {
    const rows: readonly Dated[] = records.of(record)
    const theirs = new Map(rows.filter((row) => row.enterprise === b).map((row) => [keyOf(row), row]))
    for (const row of rows.filter((each) => each.enterprise === a)) {
      const twin = theirs.get(keyOf(row))
      const pair = twin === undefined ? null : pairOf(records, record, row.id, twin.id, titleOf(row))
      theirs.delete(keyOf(row))
      if (pair !== null) pairs.push(pair)
    }
  }
  return { pairs }
}

/** What joining two live patents means: one 申请号 entered twice. */
export function patentMerge(records: Records, a: string, b: string): FirmMerge {
  const pair = pairOf(records, 'patent', a, b, '专利资料')
  return { pairs: pair === null ? [] : [pair] }
}

interface Dated {
  readonly id: string
  readonly enterprise?: string | undefined
  readonly year?: number | undefined
  readonly period?: string | undefined
}

/** The operations of the merge with a value for every difference; they are one edit, so that 撤销 takes all of it back. */
export function mergeOperations(merge: FirmMerge, choices: ReadonlyMap<string, FieldValue>): Operation[] {
  return merge.pairs.flatMap((pair) => {
    const set: Record<string, FieldValue> = { ...pair.agreed }
    for (const difference of pair.differences) {
      const chosen = choices.get(difference.key)
      if (chosen === undefined) throw new Error(`no choice for ${difference.key}`)
      set[difference.register] = chosen
      if (pair.record === 'enterprise' && difference.register === 'name')
        Object.assign(set, formerNames(difference, chosen))
    }
    const joined = mergeRecords(pair.record, ...pair.ids)
    const write = { record: pair.record, id: pair.ids[0], set }
    return Object.keys(set).length === 0 ? [joined] : [joined, write]
  })
}

/** Keys of differences still without a choice. */
export function unchosen(merge: FirmMerge, choices: ReadonlyMap<string, FieldValue>): readonly string[] {
  return merge.pairs
    .flatMap((pair) => pair.differences.map(({ key }) => key))
    .filter((key) => !choices.has(key))
}

/** The name given up stays known as 曾用名, or the next import by that name would make the firm twice again. */
function formerNames({ values }: MergeDifference, chosen: FieldValue): Record<string, FieldValue> {
  const others = values.flat().filter((name) => typeof name === 'string' && name !== chosen)
  return Object.fromEntries(
    others.map((name) => [`formerNames/${elementKey(String(name))}`, { name: String(name) }]),
  )
}

function pairOf(
  records: Records,
  record: MergePair['record'],
  a: string,
  b: string,
  title: string,
): MergePair | null {
  const [one, other] = [storedOf(records, record, a), storedOf(records, record, b)]
  if (one === undefined || other === undefined || one.id === other.id) return null
  const [left, right] = [registersOf(one), registersOf(other)]
  const differences: MergeDifference[] = []
  const agreed: Record<string, FieldValue> = {}
  for (const register of inOrder(record, new Set([...left.keys(), ...right.keys()]))) {
    const values = [left.get(register) ?? [], right.get(register) ?? []] as const
    const [first, ...more] = values.flat()
    if (first === undefined) continue
    if (register === 'enterprise') agreed[register] = first
    else if (more.some((value) => !sameValue(value, first)))
      differences.push({
        key: `${one.id} ${register}`,
        register,
        ...described(records, record, register, first),
        values,
      })
    else if (more.length === 0) agreed[register] = first
  }
  return { record, ids: [one.id, other.id], title, differences, agreed }
}

function storedOf(records: Records, type: RecordType, id: string): StoredRecord | undefined {
  return records.all(type).find((stored) => stored.id === id && stored.voided === null)
}

/** Every register with its value, list elements one by one; conflicting ones with all their values. */
function registersOf({ type, fields, conflicts }: StoredRecord): Map<string, readonly FieldValue[]> {
  const found = new Map<string, readonly FieldValue[]>()
  for (const [name, value] of Object.entries(fields)) {
    if (fieldsOf(type).get(name)?.kind === 'list')
      for (const [key, element] of Object.entries(value as object)) found.set(`${name}/${key}`, [element])
    else found.set(name, [value as FieldValue])
  }
  for (const [register, writes] of Object.entries(conflicts))
    if (!register.startsWith('$'))
      found.set(
        register,
        writes.map((write) => write.value),
      )
  return found
}

/** As in the dictionary, 自定义列 last. */
function inOrder(record: RecordType, registers: ReadonlySet<string>): readonly string[] {
  const order = [...fieldsOf(record).keys()]
  const placeOf = (register: string) => {
    const at = order.indexOf(register.split('/')[0] ?? '')
    return at < 0 ? order.length : at
  }
  return [...registers].toSorted((x, y) => placeOf(x) - placeOf(y))
}

function described(
  records: Records,
  record: RecordType,
  register: string,
  value: FieldValue,
): { readonly title: string; readonly kind: FieldKind } {
  const [name = ''] = register.split('/')
  const field = fieldsOf(record).get(name)
  if (field !== undefined) return { title: field.title, kind: field.kind }
  const column = records.get('column', name.slice(CUSTOM_PREFIX.length))
  return { title: column?.title ?? '自定义列', kind: typeof value === 'number' ? 'number' : 'text' }
}

/** How much hangs on a firm. */
export interface FirmFootprint {
  readonly patents: number
  readonly activities: number
  readonly figures: number
  /** Years whose list it is on, ascending. */
  readonly years: readonly number[]
}

export function firmFootprint(records: Records, id: string): FirmFootprint {
  const mentions = (list: Row<'patent'>['owners'] | Row<'activity'>['participants']) =>
    Object.values(list ?? {}).some((element) => element.enterprise === id)
  return {
    patents: records.of('patent').filter(({ owners }) => mentions(owners)).length,
    activities: records.of('activity').filter(({ participants }) => mentions(participants)).length,
    figures: records.of('figures').filter(({ enterprise }) => enterprise === id).length,
    years: records
      .of('participation')
      .flatMap(({ enterprise, year }) => (enterprise === id && year !== undefined ? [year] : []))
      .sort(),
  }
}
