import { describe, expect, test } from 'vitest'
import type { TravellingEdit } from '#shared/exchange/exchange-body.ts'
import { value } from '../journal/journal-fixture.ts'
import { UNIT } from './exchange-fixture.ts'
import { connected, Office, type OfficePc } from './office.ts'

async function three() {
  const office = new Office()
  const pcs = [await office.pc('one'), await office.pc('two'), await office.pc('three')] as const
  return { office, one: pcs[0], two: pcs[1], third: pcs[2] }
}

/** The edits a PC made since it had made `n`. */
async function madeSince(pc: OfficePc, n: number): Promise<readonly TravellingEdit[]> {
  const written = value(await pc.open.written({})) as readonly TravellingEdit[]
  return written.filter(({ edit }) => edit.id.station === pc.station && edit.id.n > n)
}

describe('a PC whose edits cannot be taken up', () => {
  test('is told so, and those after it do not wait', async () => {
    const { one, two, third } = await three()
    await connected(one, two, third)
    await two.write()
    const newer = (await madeSince(two, 1)).map((each) => ({ ...each, migration: 99 }))
    await two.forge(newer, { [two.station]: 1 })
    await third.write()
    await third.sync()
    await one.sync()
    const names: string[] = []
    for (let count = 0; count < 3; count += 1) {
      const next = value(await one.handlers['exchange:next']({ unit: UNIT }))
      if (next === null) break
      names.push(next.name)
      await one.handlers['exchange:take-up']({ batch: next.batch })
    }
    expect(names).toEqual(['two', 'three'])
    expect(await one.sees(two)).toMatchObject({ waiting: 1, problem: { code: 'edit.newer' } })
    expect(await one.sees(third)).toMatchObject({ waiting: 0, problem: null })
    await one.write()
    expect(value(await one.handlers['exchange:next']({ unit: UNIT }))).toBeNull()
  })
})
