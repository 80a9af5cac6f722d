import fc from 'fast-check'
import type { Edit, EditId, FieldValue, Operation } from '#shared/edits/edit.ts'
import { VOID_FIELD } from '#shared/edits/edit.ts'
import { isLive } from './edits-naive.ts'

/**
 * A step of a random history: a station acts, or learns what another one knows; a backup of a station comes back under
 * a new id, and both go on; the stations are parted in two groups that cannot reach each other, or together again.
 */
export type Step =
  | { readonly act: 'write'; readonly station: number; readonly ops: readonly Operation[] }
  | { readonly act: 'retract'; readonly station: number; readonly pick: number }
  | { readonly act: 'redo'; readonly station: number; readonly pick: number }
  | { readonly act: 'restore'; readonly station: number; readonly pick: number }
  | { readonly act: 'part'; readonly station: number; readonly groups: number }
  | { readonly act: 'learn'; readonly station: number; readonly from: number }

const STATIONS = ['station-a', 'station-b', 'station-c', 'station-d'] as const
const MOST_STATIONS = 7
const AT = '2021-03-05T08:00:00.000Z'

const id = fc.constantFrom('r1', 'r2', 'r3')
const register = fc.oneof(
  fc.tuple(fc.constantFrom('name', 'park'), fc.constantFrom<FieldValue>('甲', '乙', null)),
  fc.tuple(
    fc.constantFrom('titles/k1', 'titles/k2'),
    fc.constantFrom<FieldValue>({ name: '高新' }, { name: '专精特新', year: 2021 }, null),
  ),
)
const voiding = fc.tuple(
  fc.constant(VOID_FIELD),
  fc.constantFrom<FieldValue>({ reason: '重复' }, { reason: '注销' }, null),
)
const writeOp: fc.Arbitrary<Operation> = fc
  .record({
    id,
    set: fc.array(fc.oneof({ weight: 4, arbitrary: register }, { weight: 1, arbitrary: voiding }), {
      minLength: 1,
      maxLength: 3,
    }),
  })
  .map((w) => ({ record: 'enterprise', id: w.id, set: Object.fromEntries(w.set) }))
const sameOp: fc.Arbitrary<Operation> = fc
  .constantFrom<[string, string]>(['r1', 'r2'], ['r2', 'r1'], ['r2', 'r3'], ['r3', 'r1'])
  .map((same) => ({ record: 'enterprise', same }))
const reference: fc.Arbitrary<Operation> = id.map((firm) => ({
  record: 'participation',
  id: 'p1',
  set: { enterprise: firm },
}))

const station = fc.nat(MOST_STATIONS - 1)
const pick = fc.nat(50)

export interface Shape {
  readonly same: boolean
}

/** Random histories of four and more stations that write, retract and learn from each other. */
export function steps({ same }: Shape): fc.Arbitrary<readonly Step[]> {
  const op = fc.oneof(
    { weight: 8, arbitrary: writeOp },
    { weight: same ? 2 : 0, arbitrary: sameOp },
    { weight: 1, arbitrary: reference },
  )
  const ops = fc.array(op, { minLength: 1, maxLength: 3 })
  return fc.array(
    fc.oneof(
      { weight: 5, arbitrary: fc.record({ act: fc.constant('write' as const), station, ops }) },
      { weight: 2, arbitrary: fc.record({ act: fc.constant('retract' as const), station, pick }) },
      { weight: 2, arbitrary: fc.record({ act: fc.constant('redo' as const), station, pick }) },
      { weight: 1, arbitrary: fc.record({ act: fc.constant('restore' as const), station, pick }) },
      {
        weight: 1,
        arbitrary: fc.record({
          act: fc.constant('part' as const),
          station,
          groups: fc.oneof(fc.constant(0), fc.nat(2 ** MOST_STATIONS - 1)),
        }),
      },
      { weight: 4, arbitrary: fc.record({ act: fc.constant('learn' as const), station, from: station }) },
    ),
    { maxLength: 36, size: 'max' },
  )
}

interface Station {
  readonly name: string
  readonly clock: Record<string, number>
  /** Its clock after each of its steps: what a backup of it may hold. */
  readonly past: Readonly<Record<string, number>>[]
}

const stationNamed = (name: string, clock: Readonly<Record<string, number>> = {}): Station => ({
  name,
  clock: { ...clock },
  past: [{ ...clock }],
})

/** The edits of a history in the order they were made, each station's clock growing by what it writes and learns. */
export function editsOf(history: readonly Step[]): readonly Edit[] {
  const edits: Edit[] = []
  const stations = STATIONS.map((name) => stationNamed(name))
  let groups = 0
  for (const step of history) {
    const index = step.station % stations.length
    const own = stations[index]
    if (own === undefined) continue
    if (step.act === 'part') groups = step.groups
    else if (step.act === 'restore') restore(stations, own, step.pick)
    else if (step.act === 'learn') {
      const from = step.from % stations.length
      if (side(groups, index) === side(groups, from)) learn(own, stations[from])
    } else {
      const made = act(step, own, edits)
      if (made === null) continue
      edits.push(made)
      own.clock[own.name] = made.id.n
    }
    own.past.push({ ...own.clock })
  }
  return edits
}

const side = (groups: number, index: number): number => (groups >> index) & 1

function restore(stations: Station[], own: Station, index: number): void {
  if (stations.length >= MOST_STATIONS) return
  const backup = own.past[index % own.past.length]
  stations.push(stationNamed(`restored-${stations.length}`, backup))
}

function learn(own: Station, from: Station | undefined): void {
  for (const [name, n] of Object.entries(from?.clock ?? {}))
    own.clock[name] = Math.max(own.clock[name] ?? 0, n)
}

type Acting = Extract<Step, { act: 'write' | 'retract' | 'redo' }>

function act(step: Acting, own: Station, edits: readonly Edit[]): Edit | null {
  const { name, clock } = own
  const known = edits.filter((one) => (clock[one.id.station] ?? 0) >= one.id.n)
  const made = edit(name, (clock[name] ?? 0) + 1, clock)
  if (step.act === 'write') return { ...made, ops: [...step.ops] }
  if (step.act === 'retract') {
    const target = known[step.pick % known.length]
    return target === undefined ? null : { ...made, why: { kind: 'undone' }, retracts: [target.id] }
  }
  const undone = known.filter((one) => !isLive(one, known))
  const target = undone[step.pick % undone.length]
  if (target === undefined) return null
  const retracts = known.filter((one) => isRetractionOf(one, target.id) && isLive(one, known))
  return { ...made, why: { kind: 'redone' }, retracts: retracts.map(({ id }) => id) }
}

function isRetractionOf({ retracts = [] }: Edit, { station, n }: EditId): boolean {
  return retracts.some((id) => id.station === station && id.n === n)
}

/** The same edits as they may arrive: in any order, some twice. */
export function deliveriesOf(edits: readonly Edit[]): fc.Arbitrary<readonly Edit[]> {
  const all = edits.map((_, index) => index)
  return fc
    .tuple(fc.shuffledSubarray([...all], { minLength: all.length }), fc.subarray([...all]))
    .map(([order, again]) => [...order, ...again].flatMap((index) => edits[index] ?? []))
    .chain((sent) => fc.shuffledSubarray([...sent], { minLength: sent.length }))
}

function edit(
  name: string,
  n: number,
  clock: Readonly<Record<string, number>>,
): Omit<Edit, 'ops' | 'retracts'> {
  return {
    commit: '00000000-0000-4000-8000-000000000000',
    seen: { ...clock },
    at: AT,
    by: '李某',
    why: { kind: 'typed' },
    title: '修改',
    id: { station: name, n },
    prev: n === 1 ? null : 'a'.repeat(64),
  }
}
