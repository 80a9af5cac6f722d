import fc from 'fast-check'
import type { Edit, EditId, FieldValue, Operation } from '#shared/edits/edit.ts'
import { VOID_FIELD } from '#shared/edits/edit.ts'

/** A step of a random history: a station acts, or learns what another one knows. */
export type Step =
  | { readonly act: 'write'; readonly station: number; readonly ops: readonly Operation[] }
  | { readonly act: 'retract'; readonly station: number; readonly pick: number }
  | { readonly act: 'learn'; readonly station: number; readonly from: number }

const STATIONS = ['station-a', 'station-b', 'station-c'] as const
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

const station = fc.nat(STATIONS.length - 1)

export interface Shape {
  readonly same: boolean
}

/** Random histories of three stations that write, retract and learn from each other. */
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
      {
        weight: 2,
        arbitrary: fc.record({ act: fc.constant('retract' as const), station, pick: fc.nat(50) }),
      },
      { weight: 3, arbitrary: fc.record({ act: fc.constant('learn' as const), station, from: station }) },
    ),
    { maxLength: 16 },
  )
}

/** The edits of a history, each station's clock growing by what it writes and learns. */
export function editsOf(history: readonly Step[]): readonly Edit[] {
  const edits: Edit[] = []
  const clocks = STATIONS.map((): Record<string, number> => ({}))
  for (const step of history) {
    const clock = clocks[step.station] ?? {}
    if (step.act === 'learn') {
      for (const [name, n] of Object.entries(clocks[step.from] ?? {}))
        clock[name] = Math.max(clock[name] ?? 0, n)
      continue
    }
    const own = STATIONS[step.station] ?? STATIONS[0]
    const known = edits.filter((edit) => (clock[edit.id.station] ?? 0) >= edit.id.n)
    if (step.act === 'retract' && known.length === 0) continue
    const what = step.act === 'write' ? { ops: [...step.ops] } : { retracts: [pick(known, step.pick)] }
    edits.push({ ...edit(own, (clock[own] ?? 0) + 1, clock), ...what })
    clock[own] = (clock[own] ?? 0) + 1
  }
  return edits
}

function pick(known: readonly Edit[], index: number): EditId {
  const chosen = known[index % known.length]
  if (chosen === undefined) throw new Error('nothing to retract')
  return chosen.id
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
