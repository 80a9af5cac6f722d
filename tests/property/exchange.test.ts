import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdits } from '#shared/edits/apply-edit.ts'
import { setFields, voidRecord } from '#shared/edits/operations.ts'
import { recordsOf } from '#shared/edits/records-view.ts'
import { createState } from '#shared/edits/state.ts'
import { Office, type OfficePc, SHARE } from '../unit/src-main/exchange/office.ts'
import { readAll, value } from '../unit/src-main/journal/journal-fixture.ts'

/** What happens in an office; `pc` acts, `pick` chooses a file or a record. */
const step = fc.record({
  pc: fc.nat(2),
  act: fc.oneof(
    { weight: 6, arbitrary: fc.constant('write' as const) },
    { weight: 5, arbitrary: fc.constant('round' as const) },
    { weight: 2, arbitrary: fc.constantFrom('restart', 'export', 'import' as const) },
    { weight: 1, arbitrary: fc.constantFrom('lose', 'cut', 'away', 'back', 'no-disk' as const) },
  ),
  pick: fc.nat(50),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

async function write(pc: OfficePc, pick: number): Promise<void> {
  const id = `f${pick % 3}`
  const change =
    pick % 7 === 0
      ? voidRecord('enterprise', id, '重复')
      : setFields('enterprise', id, { name: `${pc.name}${pick % 5}`, product: pick % 2 === 0 ? '甲' : '乙' })
  await pc.write([change])
}

async function act(
  office: Office,
  pcs: readonly OfficePc[],
  { pc: at, act: what, pick }: Step,
): Promise<void> {
  const pc = pcs[at]
  if (pc === undefined) throw new Error('no such PC')
  const shared = office.filesIn(SHARE)
  const carried = office.filesIn('/stick')
  const [lost, given] = [shared[pick % shared.length], carried[pick % carried.length]]
  if (what === 'write') await write(pc, pick)
  else if (what === 'round') await round(pc, pcs)
  else if (what === 'restart') await pc.restart()
  else if (what === 'export') await pc.export('/stick', pick % 2 === 0)
  else if (what === 'import') {
    if (given !== undefined) await pc.import(given)
  } else if (what === 'away' || what === 'back') office.shareAway = what === 'away'
  else if (what === 'no-disk') office.fs.failAt('write', 'ENOSPC')
  else if (lost !== undefined && what === 'lose') office.fs.medium.erase(lost)
  else if (lost !== undefined) {
    const bytes = office.fs.files.get(lost) ?? new Uint8Array()
    office.fs.files.set(lost, bytes.slice(0, Math.floor(bytes.length / 2)))
  }
}

/** A round as the clerks make it: whoever turns up is accepted, once its code was compared. */
async function round(pc: OfficePc, pcs: readonly OfficePc[]): Promise<number> {
  office(pc).now += 600_000
  await pc.sync()
  let looked = 0
  for (const other of pcs) {
    const seen = other === pc ? undefined : await pc.sees(other)
    // On a full disk it is not remembered, which is told; the clerk does it again.
    if (seen === undefined || (seen.standing !== 'new' && seen.asking === 0)) continue
    looked += await pc.look(other).catch(() => 0)
  }
  return looked + (await pc.takeAll())
}

const office = (pc: OfficePc): Office => pc.office

async function recordsOn(pc: OfficePc) {
  const state = createState()
  applyEdits(state, await readAll(pc.open))
  return { records: recordsOf(state).all('enterprise'), clock: Object.fromEntries(state.clock) }
}

test('three PCs that exchange files in any order, twice, lost, halved, by share and stick, end with the same records', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30, size: 'max' }), async (steps) => {
      const place = new Office()
      const pcs = [await place.pc('one'), await place.pc('two'), await place.pc('three')]
      for (const pc of pcs) await pc.share()
      const written = new Map<string, number>()
      for (const one of steps) await act(place, pcs, one)
      for (const pc of pcs) written.set(pc.station, pc.open.opened().clock[pc.station] ?? 0)
      place.shareAway = false
      place.fs.medium.heal()
      for (let again = 0, moved = 1; moved > 0 || again < 4; again += 1) {
        moved = 0
        for (const pc of pcs) moved += await round(pc, pcs)
      }
      const [first, ...others] = await Promise.all(pcs.map(recordsOn))
      for (const other of others) expect(other.records).toEqual(first?.records)
      // Every edit that was acknowledged anywhere is everywhere.
      const clock = Object.fromEntries([...written].filter(([, n]) => n > 0))
      for (const pc of pcs) expect(pc.open.opened().clock).toEqual(clock)
      for (const pc of pcs) expect((await pc.status()).unreadable).toEqual([])
    }),
    { numRuns: Number(process.env.PBZ_RUNS ?? 40) },
  )
}, 120_000)

test('a batch that is taken up names no edit twice, whatever was in the files', async () => {
  const place = new Office()
  const [one, two] = [await place.pc('one'), await place.pc('two')]
  await one.write()
  value(await one.export())
  value(await one.export())
  await two.import(...place.filesIn('/stick'))
  await two.judge(one)
  const next = value(await two.handlers['exchange:next']({ unit: 'YY-430626' }))
  if (next === null) throw new Error('a batch')
  expect((await two.take(next.batch)).edits).toHaveLength(1)
  expect(await two.takeAll()).toBe(0)
})
