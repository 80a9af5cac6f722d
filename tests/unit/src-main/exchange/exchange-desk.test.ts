import { describe, expect, test } from 'vitest'
import { applyEdits } from '#shared/edits/apply-edit.ts'
import { createRecord } from '#shared/edits/operations.ts'
import { recordsOf } from '#shared/edits/records-view.ts'
import { createState } from '#shared/edits/state.ts'
import { firm, readAll, value } from '../journal/journal-fixture.ts'
import { UNIT } from './exchange-fixture.ts'
import { connected, Office, type OfficePc, SHARE } from './office.ts'

async function recordsOn(pc: OfficePc) {
  const state = createState()
  applyEdits(state, await readAll(pc.open))
  return recordsOf(state).all('enterprise')
}

async function pair() {
  const office = new Office()
  return { office, one: await office.pc('one'), two: await office.pc('two') }
}

describe('a first file', () => {
  test('is shown with the code its PC shows too, and nothing of it is taken before it is accepted', async () => {
    const { one, two } = await pair()
    await one.share()
    await two.share()
    await one.write([firm('a')])
    await one.sync()
    await two.sync()
    expect(await two.takeAll()).toBe(0)
    const seen = await two.sees(one)
    expect(seen).toMatchObject({ name: 'one', standing: 'new', waiting: 1, lastSeq: 1, replaces: null })
    expect(seen?.code).toBe((await one.status()).me.code)
    const preview = value(await two.handlers['exchange:preview']({ unit: UNIT, kid: seen?.kid ?? '' }))
    expect([preview.name, preview.edits]).toEqual(['one', await readAll(one.open)])
    expect(await two.handlers['exchange:take-up']({ batch: preview.batch })).toMatchObject({
      error: { code: 'exchange.batch-unknown' },
    })
    await two.judge(one)
    expect((await two.take(preview.batch)).edits).toEqual(preview.edits)
    expect(await recordsOn(two)).toEqual(await recordsOn(one))
    expect((await two.sees(one))?.standing).toBe('accepted')
  })

  test('of a refused PC is passed over until it is received again', async () => {
    const { one, two } = await pair()
    await one.share()
    await two.share()
    await one.write()
    await one.sync()
    await two.sync()
    await two.judge(one, 'refused')
    expect(await two.round()).toBe(0)
    expect(await two.sees(one)).toMatchObject({ standing: 'refused', waiting: 0 })
    await two.restart()
    expect(await two.round()).toBe(0)
    await two.judge(one, 'forgotten')
    await two.sync()
    expect(await two.sees(one)).toMatchObject({ standing: 'new', waiting: 1 })
    await two.judge(one)
    expect(await two.round()).toBe(1)
  })
})

describe('the shared folder', () => {
  test('carries edits both ways by itself, each PC writing to its own folder only', async () => {
    const { office, one, two } = await pair()
    await connected(one, two)
    await one.write([firm('b')])
    await two.write([firm('c')])
    await one.round()
    expect(await two.round()).toBe(1)
    expect(await one.round()).toBe(1)
    expect(await recordsOn(one)).toEqual(await recordsOn(two))
    const folders = new Set(office.filesIn(SHARE).map((path) => path.split('/').slice(0, -1).join('/')))
    expect([...folders]).toEqual(
      [one, two].map(({ station }) => `${SHARE}/${UNIT}_exchange/${station}`).toSorted(),
    )
    expect([await one.round(), await two.round()]).toEqual([0, 0])
  })

  test('is read again after a restart without taking anything twice, and goes on', async () => {
    const { office, one, two } = await pair()
    await connected(one, two)
    const files = office.filesIn(SHARE)
    await one.restart()
    await two.restart()
    expect([await one.round(), await two.round()]).toEqual([0, 0])
    expect(office.filesIn(SHARE)).toEqual(files)
    await one.write([firm('b')])
    await one.sync()
    expect(await two.round()).toBe(1)
  })

  test('a half-copied file waits, is told only after a while, and is taken once it is whole', async () => {
    const { office, one, two } = await pair()
    await connected(one, two)
    await one.write([firm('b')])
    await one.sync()
    const path = office.filesIn(SHARE).findLast((each) => each.includes(one.station)) ?? ''
    const whole = office.fs.files.get(path) ?? new Uint8Array()
    office.fs.files.set(path, whole.slice(0, whole.length / 2))
    expect([await two.round(), (await two.status()).unreadable]).toEqual([0, []])
    for (let tries = 0; tries < 6; tries += 1) {
      office.now += 60_000
      expect(await two.round()).toBe(0)
    }
    expect((await two.status()).unreadable).toMatchObject([{ title: expect.stringContaining('损坏') }])
    office.fs.files.set(path, whole)
    expect(await two.round()).toBe(1)
    expect((await two.status()).unreadable).toEqual([])
  })

  test('a large file that is copied slowly is not called damaged while it grows', async () => {
    const { office, one, two } = await pair()
    await connected(one, two)
    await one.write([firm('b')])
    await one.sync()
    const path = office.filesIn(SHARE).findLast((each) => each.includes(one.station)) ?? ''
    const whole = office.fs.files.get(path) ?? new Uint8Array()
    for (let part = 1; part < 8; part += 1) {
      office.now += 60_000
      office.fs.files.set(path, whole.slice(0, (whole.length / 8) * part))
      expect([await two.round(), (await two.status()).unreadable]).toEqual([0, []])
    }
    office.fs.files.set(path, whole)
    expect(await two.round()).toBe(1)
  })

  test('that is away is a quiet sentence, and goes on by itself once it is back', async () => {
    const { office, one, two } = await pair()
    await connected(one, two)
    office.shareAway = true
    await one.write([firm('b')])
    expect((await one.sync()).folderProblem?.title).toBe('现在打不开共享文件夹“share”')
    office.shareAway = false
    expect((await one.sync()).folderProblem).toBeNull()
    expect(await two.round()).toBe(1)
  })

  test('that was emptied is filled again, and a third PC that comes late gets everything', async () => {
    const { office, one, two } = await pair()
    await connected(one, two)
    for (const id of ['b', 'c', 'd']) {
      await one.write([firm(id)])
      await one.sync()
    }
    for (const path of office.filesIn(SHARE)) office.fs.medium.erase(path)
    await one.sync()
    await two.sync()
    const third = await office.pc('three')
    await third.share()
    await third.sync()
    await third.judge(one)
    await third.judge(two)
    expect(await third.round()).toBe(5)
    expect(await recordsOn(third)).toEqual(await recordsOn(one))
  })

  test('of many small files becomes short again, and nothing is missed by who was away', async () => {
    const { office, one, two } = await pair()
    await connected(one, two)
    for (let count = 0; count < 100; count += 1) {
      await one.write([firm(`f${count}`)])
      await one.sync()
    }
    expect(office.filesIn(SHARE).filter((path) => path.includes(one.station)).length).toBeLessThan(50)
    expect(await two.round()).toBe(100)
    expect(await recordsOn(two)).toEqual(await recordsOn(one))
  })

  test('gets the last changes when the program ends, before anybody looks again', async () => {
    const { one, two } = await pair()
    await connected(one, two)
    await one.write([firm('b')])
    await one.exchange.atClose()
    expect(await two.round()).toBe(1)
    await two.restart()
    await two.exchange.atClose()
  })

  test('that hangs is left at once, and is told after a while', async () => {
    const { office, one, two } = await pair()
    await connected(one, two)
    office.hanging.add(SHARE)
    const before = office.filesIn(SHARE)
    await one.write([firm('b')])
    const hanging = one.sync()
    await one.share('/stick')
    expect((await one.status()).folder?.name).toBe('stick')
    await hanging
    expect((await one.sync()).folderProblem).toBeNull()
    expect([office.filesIn('/stick').length, office.filesIn(SHARE)]).toEqual([1, before])
    await one.share()
    expect((await one.sync()).folderProblem?.code).toBe('exchange.folder-away')
  })

  test('whose own folder cannot be listed just now is not taken for an empty one', async () => {
    const { office, one, two } = await pair()
    await connected(one, two)
    office.broken.set(`${SHARE}/${UNIT}_exchange/${one.station}`, 'EIO')
    const before = office.filesIn(SHARE)
    expect((await one.sync()).folderProblem?.code).toBe('exchange.folder-away')
    expect(office.filesIn(SHARE)).toEqual(before)
  })

  test('has files of others in the own folder: they stay, and a folder that leads elsewhere is not written to', async () => {
    const { office, one, two } = await pair()
    await connected(one, two)
    const own = `${SHARE}/${UNIT}_exchange/${one.station}`
    office.fs.files.set(`${own}/2021年三季度.pbz.json`, Buffer.from('{}'))
    await one.write([firm('b')])
    await one.sync()
    expect(office.filesIn(own)).toContain(`${own}/2021年三季度.pbz.json`)
    office.fs.links.add(own)
    await one.write([firm('c')])
    const before = office.filesIn(SHARE)
    expect((await one.sync()).folderProblem?.code).toBe('exchange.folder-linked')
    expect(office.filesIn(SHARE)).toEqual(before)
  })

  test('full or write-protected: told, the journal goes on, and everything follows later', async () => {
    const { office, one, two } = await pair()
    await connected(one, two)
    await one.write([firm('b')])
    office.fs.failAt('write', 'ENOSPC')
    expect((await one.sync()).folderProblem?.title).toContain('空间不足')
    await one.sync()
    expect(await two.round()).toBe(1)
  })
})

describe('files by hand', () => {
  test('hold everything, are kept until they are taken up, and may come twice', async () => {
    const { office, one, two } = await pair()
    await one.write([firm('a')])
    await one.write([firm('b')])
    expect(value(await one.export())).toMatchObject({ files: 1, edits: 2, folder: { name: 'stick' } })
    const [path = ''] = office.filesIn('/stick')
    expect(path).toContain(`${UNIT}_exchange_${one.station.slice(0, 12)}_0001`)
    expect(await two.import(path)).toMatchObject([{ problem: null }])
    await two.restart()
    await two.sync()
    await two.judge(one)
    expect(await two.round()).toBe(2)
    expect(office.filesIn('/two/data')).toEqual([])
    expect(await two.import(path)).toMatchObject([{ problem: null }])
    expect([await two.round(), office.filesIn('/two/data')]).toEqual([0, []])
    expect((await one.import(path))[0]?.problem?.code).toBe('exchange.own-file')
  })

  test('with what was taken up from another PC reach one that cannot, asked once for that PC', async () => {
    const { office, one, two } = await pair()
    await connected(one, two)
    await two.write([firm('x')])
    await two.sync()
    await one.round()
    const third = await office.pc('three')
    value(await one.export('/stick', false))
    await third.import(...office.filesIn('/stick'))
    await third.judge(one)
    expect(await third.round()).toBe(1)
    value(await one.export('/stick', true))
    await third.import(...office.filesIn('/stick'))
    expect(await third.round()).toBe(0)
    expect(await third.sees(one)).toMatchObject({ waiting: 2, asking: 2 })
    await third.judge(one)
    expect(await third.round()).toBe(2)
    expect(await recordsOn(third)).toEqual(await recordsOn(one))
  })

  test('that are no exchange files are refused in words and leave nothing', async () => {
    const { office, two } = await pair()
    office.fs.files.set('/stick/a.pbz.json', Buffer.from('{"format":"pbz-1"'))
    office.fs.files.set('/stick/b.json', Buffer.from('hello'))
    const told = await two.import('/stick/a.pbz.json', '/stick/b.json', '/stick/gone.json')
    expect(told.map(({ problem }) => problem?.code)).toEqual([
      'bundle.damaged',
      'bundle.not-a-bundle',
      'file.not-found',
    ])
    expect(office.filesIn('/two/data')).toEqual([])
  })

  test('of an empty journal are not made', async () => {
    const { office, one } = await pair()
    expect(await one.export()).toMatchObject({ error: { code: 'exchange.nothing' } })
    expect(office.filesIn('/stick')).toEqual([])
  })
})

describe('edits that wait', () => {
  test('for another PC are told, stay over a restart, and follow when that PC comes', async () => {
    const { office, one, two } = await pair()
    const third = await office.pc('three')
    await connected(one, two, third)
    // two has seen an edit of one that three has not.
    await one.write([firm('b')])
    await one.sync()
    const late = office.filesIn(SHARE).findLast((path) => path.includes(one.station)) ?? ''
    await two.round()
    const bytes = office.fs.files.get(late) ?? new Uint8Array()
    office.fs.medium.erase(late)
    await two.write([firm('c')])
    await two.sync()
    expect(await third.round()).toBe(0)
    expect(await third.sees(two)).toMatchObject({ waiting: 1, stuck: true })
    await third.restart()
    expect(await third.round()).toBe(0)
    office.fs.files.set(late, bytes)
    expect(await third.round()).toBe(2)
    expect(await third.sees(two)).toMatchObject({ waiting: 0, stuck: false })
    expect(await recordsOn(third)).toEqual(await recordsOn(two))
  })

  test('合并前先看: nothing is taken by itself, and a batch is once it was looked at', async () => {
    const { one, two } = await pair()
    await connected(one, two)
    value(await two.handlers['exchange:settings']({ unit: UNIT, askEach: true }))
    await one.write([firm('b')])
    await one.sync()
    expect(await two.round()).toBe(0)
    const seen = await two.sees(one)
    const preview = value(await two.handlers['exchange:preview']({ unit: UNIT, kid: seen?.kid ?? '' }))
    expect((await two.take(preview.batch)).edits).toHaveLength(1)
    const { batches } = await two.status()
    expect(batches.at(-1)).toMatchObject({ name: 'one', edits: 1, conflicts: null })
    value(await two.handlers['exchange:note']({ batch: preview.batch, conflicts: 2 }))
    expect((await two.status()).batches.at(-1)?.conflicts).toBe(2)
  })
})

describe('keys and stations', () => {
  test('a renewed key is asked for again, named beside the one before, and everything is written anew', async () => {
    const { one, two } = await pair()
    await connected(one, two)
    value(await one.handlers['exchange:renew-key']({ unit: UNIT }))
    await one.write([firm('b')])
    await one.sync()
    expect(await two.round()).toBe(0)
    const pcs = (await two.status()).pcs.filter(({ station }) => station === one.station)
    expect(pcs.map(({ standing, replaces }) => [standing, replaces])).toEqual([
      ['new', 'one'],
      ['accepted', null],
    ])
    await two.judge(one)
    expect(await two.round()).toBe(1)
    expect((await two.status()).pcs).toHaveLength(1)
  })

  test.each([
    ['damaged', (office: Office, path: string) => office.fs.files.set(path, Buffer.from('{}'))],
    ['gone', (office: Office, path: string) => office.fs.medium.erase(path)],
  ])('a key that is %s is told and not replaced in silence', async (_name, spoil) => {
    const { office, one, two } = await pair()
    await connected(one, two)
    const path = office.filesIn('/one/stations').find((each) => each.includes('/key-')) ?? ''
    spoil(office, path)
    await one.restart()
    await one.write([firm('b')])
    const before = office.filesIn(SHARE)
    expect((await one.sync()).me).toMatchObject({
      code: null,
      problem: { title: expect.stringContaining('密钥') },
    })
    expect(await one.export()).toMatchObject({ ok: false })
    expect(office.filesIn(SHARE)).toEqual(before)
    value(await one.handlers['exchange:renew-key']({ unit: UNIT }))
    await one.sync()
    await two.sync()
    await two.judge(one)
    expect(await two.round()).toBe(1)
  })

  test('a folder copied to another PC gets a station of its own, and both go on with nothing lost', async () => {
    const { office, one, two } = await pair()
    await connected(one, two)
    const copy = await office.pc('copy')
    copy.disk.files = one.disk.files.copy()
    await copy.restart()
    expect(copy.station).not.toBe(one.station)
    await copy.share()
    await copy.write([firm('of-the-copy')])
    await one.write([firm('of-the-first')])
    await one.sync()
    await copy.sync()
    await two.sync()
    expect(await two.sees(copy)).toMatchObject({ standing: 'new', name: 'copy' })
    await two.judge(copy)
    await copy.judge(one)
    await copy.judge(two)
    await one.sync()
    await one.judge(copy)
    for (const pc of [one, two, copy, one, two, copy]) await pc.round()
    expect(await recordsOn(one)).toEqual(await recordsOn(two))
    expect(await recordsOn(copy)).toEqual(await recordsOn(two))
    expect((await recordsOn(two)).map(({ id }) => id)).toContain('of-the-copy')
  })

  test('one station used on two PCs is told on both sides, and a new number puts it right', async () => {
    const { office, one, two } = await pair()
    await connected(one, two)
    const image = await office.pc('image')
    image.disk.files = one.disk.files.copy()
    image.disk.marker.marker = structuredClone(one.disk.marker.marker)
    image.disk.folder = one.disk.folder
    await image.restart()
    expect(image.station).toBe(one.station)
    await one.write([firm('here')])
    await one.sync()
    await two.round()
    await image.write([firm('there')])
    value(await image.export('/stick'))
    await two.import(...office.filesIn('/stick'))
    await two.judge(image)
    expect(await two.round()).toBe(0)
    expect(await two.status()).toMatchObject({
      pcs: expect.arrayContaining([
        expect.objectContaining({
          problem: { code: 'exchange.forked', title: expect.any(String), advice: expect.any(String) },
        }),
      ]),
    })
    value(await image.handlers['exchange:renew-station'](null))
    await image.restart()
    expect(image.station).not.toBe(one.station)
  })

  test('a PC cloned with its profile is told where both write to one folder', async () => {
    const { office, one, two } = await pair()
    await connected(one, two)
    const image = await office.pc('image')
    image.disk.files = one.disk.files.copy()
    image.disk.marker.marker = structuredClone(one.disk.marker.marker)
    image.disk.folder = one.disk.folder
    for (const path of office.filesIn('/one/stations'))
      office.fs.files.set(path.replace('/one/', '/image/'), office.fs.files.get(path) ?? new Uint8Array())
    office.fs.medium.putFolder('/image/stations')
    await image.restart()
    for (const id of ['b', 'c']) {
      await image.write([firm(id)])
      await image.sync()
    }
    const written = office.filesIn(SHARE)
    expect((await one.sync()).me.problem?.code).toBe('exchange.station-twice')
    expect(office.filesIn(SHARE)).toEqual(written)
  })

  test('an own file put into the folder of another PC is passed over', async () => {
    const { office, one, two } = await pair()
    await connected(one, two)
    const own = office.filesIn(SHARE).find((path) => path.includes(one.station)) ?? ''
    const strange = own.replace(one.station, two.station)
    office.fs.files.set(strange.replace('_0001', '_0999'), office.fs.files.get(own) ?? new Uint8Array())
    expect(await one.round()).toBe(0)
    const { pcs, me } = await one.status()
    expect([pcs.map(({ name }) => name), me.problem]).toEqual([['two'], null])
  })

  test('after 清除个人信息 what was shared is written anew without the values, and still fits what others have', async () => {
    const { office, one, two } = await pair()
    const phone = '13973000001'
    await connected(one, two)
    await one.write([createRecord('enterprise', 'p', { name: '甲', phone })])
    await one.round()
    await two.round()
    const holding = () =>
      office.filesIn(SHARE).filter((path) =>
        Buffer.from(office.fs.files.get(path) ?? [])
          .toString('utf8')
          .includes(phone),
      )
    expect(holding()).toHaveLength(1)
    value(await one.open.purge({ ids: ['p'], registers: ['phone'] }))
    await one.restart()
    await one.write([firm('later')])
    await one.sync()
    expect(holding()).toEqual([])
    expect(await two.round()).toBe(1)
    expect((await two.sees(one))?.problem).toBeNull()
    const third = await office.pc('three')
    await third.share()
    await third.sync()
    await third.judge(one)
    await third.judge(two)
    await third.round()
    const known = { [one.station]: 3, [two.station]: 1 }
    expect([third.open.opened().clock, two.open.opened().clock]).toEqual([known, known])
  })

  test('what this PC wrote under a number it had before comes in by itself, after a restore too', async () => {
    const { one, two } = await pair()
    await connected(one, two)
    const before = one.station
    const backup = one.disk.files.copy()
    await one.write([firm('after-the-backup')])
    await one.sync()
    one.disk.files = backup
    value(await one.handlers['exchange:renew-station'](null))
    await one.restart()
    expect(one.station).not.toBe(before)
    expect(await one.round()).toBe(1)
    const { pcs } = await one.status()
    expect(pcs.find(({ station }) => station === before)).toMatchObject({
      name: '本机以前的编号',
      standing: 'accepted',
      waiting: 0,
    })
    expect((await recordsOn(one)).map(({ id }) => id)).toContain('after-the-backup')
    // What it was twice before still goes along with what it writes now.
    value(await one.handlers['exchange:renew-station'](null))
    await one.restart()
    const third = await one.office.pc('three')
    for (const pc of [one, two]) value(await pc.export('/stick'))
    await third.import(...one.office.filesIn('/stick'))
    for (const pc of [one, two]) await third.judge(pc)
    await third.round()
    expect((await recordsOn(third)).map(({ id }) => id)).toContain('after-the-backup')
  })

  test('the shared folder may not lie in the data folder', async () => {
    const { office, one } = await pair()
    for (const folder of ['/one/data', '/one/data/share']) {
      office.fs.medium.putFolder(folder)
      const token = one.tokens.issue({ kind: 'folder', path: folder })
      expect(await one.handlers['exchange:choose-folder']({ unit: UNIT, token })).toMatchObject({
        error: { code: 'exchange.folder-inside-data' },
      })
    }
  })
})
