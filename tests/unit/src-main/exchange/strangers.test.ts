import { describe, expect, test } from 'vitest'
import type { TravellingEdit } from '#shared/exchange/exchange-body.ts'
import { firm, manyFirms, readAll, value } from '../journal/journal-fixture.ts'
import { UNIT } from './exchange-fixture.ts'
import { connected, Office, type OfficePc, SHARE } from './office.ts'

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

describe('a share somebody fills', () => {
  test('with folders and files: the accepted PCs come first, the rest is left and told', async () => {
    const { office, one, two } = await three()
    await connected(one, two)
    const junk = Array.from({ length: 300 }, (_, at) => `0000000-${at}`)
    for (const name of junk) office.fs.medium.putFolder(`${SHARE}/${UNIT}_exchange/${name}`)
    await two.write()
    await two.sync()
    expect(await one.round()).toBe(1)
    expect((await one.status()).unreadable).toMatchObject([{ name: '共享文件夹' }])
    for (const name of junk) office.fs.medium.remove(`${SHARE}/${UNIT}_exchange/${name}`)
    expect((await one.sync()).unreadable).toEqual([])
  })

  test('of a refused PC nothing is held, and its files are read once', async () => {
    const { office, one, two } = await three()
    await connected(one, two)
    await one.judge(two, 'refused')
    await one.sync()
    await two.write()
    await two.sync()
    await one.sync()
    const reads = () => office.fs.log.filter((operation) => operation === 'read').length
    const before = reads()
    await one.sync()
    expect([reads() - before, (await one.sees(two))?.waiting]).toEqual([0, 0])
  })

  test('a newcomer with a long history shows how much there is, and all of it comes once it is accepted', async () => {
    const { office, one, two } = await three()
    await one.share()
    await two.share()
    for (let count = 0; count < 4; count += 1) {
      await two.write(manyFirms(1000))
      await two.sync()
    }
    expect(office.filesIn(SHARE).length).toBeGreaterThan(2)
    await one.sync()
    expect(await one.sees(two)).toMatchObject({ waiting: 4, lastSeq: 4 })
    const preview = value(
      await one.handlers['exchange:preview']({ unit: UNIT, kid: (await one.sees(two))?.kid ?? '' }),
    )
    expect(preview.edits.length).toBeLessThan(4)
    await one.judge(two)
    expect((await one.round()) + (await one.round())).toBe(4)
  })
})

describe('a PC that brings edits of another accepted PC', () => {
  test('gets no right to speak for it: what it says in its name does not come in, and is told', async () => {
    const { one, two, third } = await three()
    for (const pc of [one, two, third]) {
      await pc.share()
      await pc.write()
      await pc.sync()
    }
    await one.sync()
    await one.judge(third)
    await one.round()
    await third.write([firm('true')])
    const [real] = await madeSince(third, 1)
    if (real === undefined) throw new Error('an edit')
    const forged = { ...real, edit: { ...real.edit, title: '伪造' } }
    await two.forge([...(await madeSince(two, 0)), forged], { [third.station]: 1 })
    await one.sync()
    expect(await one.sees(two)).toMatchObject({ standing: 'new', asking: 1, carried: ['three'] })
    await one.judge(two)
    await one.round()
    expect(one.open.opened().clock[third.station]).toBe(1)
    await third.sync()
    await one.round()
    await one.round()
    const titles = (await readAll(one.open)).flatMap(({ id, title }) =>
      id.station === third.station ? [title] : [],
    )
    expect(titles).not.toContain('伪造')
    expect(titles).toHaveLength(2)
    expect((await one.sees(two))?.problem).toMatchObject({ code: 'exchange.forked' })
  })

  test('may hand them over once somebody has looked, and has to ask again the next time', async () => {
    const { office, one, two, third } = await three()
    await connected(one, two, third)
    await third.share(null)
    for (const id of ['x', 'y']) {
      await two.write([firm(id)])
      await two.sync()
      await one.round()
      value(await one.export('/stick', true))
      await third.import(...office.filesIn('/stick'))
      expect([await third.takeAll(), (await third.sees(one))?.carried]).toEqual([0, ['two']])
      expect(await third.look(one)).toBe(1)
    }
    expect(await third.sees(one)).toMatchObject({ asking: 0, waiting: 0, problem: null })
  })
})

describe('the own number used twice', () => {
  test('is not believed of any file that lies in the own folder', async () => {
    const { office, one, two } = await three()
    await connected(one, two)
    const own = `${SHARE}/${UNIT}_exchange/${one.station}`
    office.fs.files.set(`${own}/x_9999.pbz.json`, new Uint8Array())
    const [copied = ''] = office.filesIn(own)
    office.fs.files.set(`${own}/y_9999.pbz.json`, office.fs.files.get(copied) ?? new Uint8Array())
    expect((await one.sync()).me.problem).toBeNull()
    await one.write()
    expect((await one.sync()).me.problem).toBeNull()
  })

  test('is told of a file signed by the own key, and no more once that is gone', async () => {
    const { office, one, two } = await three()
    await connected(one, two)
    const path = await one.forge(await madeSince(one, 0), {})
    expect((await one.sync()).me.problem?.code).toBe('exchange.station-twice')
    office.fs.medium.erase(path)
    expect((await one.sync()).me.problem).toBeNull()
  })

  test('is told of edits an accepted PC brings, over a restart, and not of those a stranger brings', async () => {
    const { office, one, two, third } = await three()
    await connected(one, two)
    await third.share()
    await third.sync()
    const [mine] = await madeSince(one, 0)
    if (mine === undefined) throw new Error('an edit')
    const strange = [2].map((n) => ({ ...mine, edit: { ...mine.edit, id: { station: one.station, n } } }))
    await third.forge(strange, { [one.station]: 1 })
    expect((await one.sync()).me.problem).toBeNull()
    const path = await two.forge(strange, { [one.station]: 1 })
    for (const restarts of [true, false]) {
      expect((await one.sync()).me.problem?.code).toBe('exchange.station-twice')
      if (restarts) await one.restart()
    }
    office.fs.medium.erase(path)
    expect((await one.sync()).me.problem).toBeNull()
  })
})
