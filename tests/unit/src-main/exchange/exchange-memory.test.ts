import { expect, test } from 'vitest'
import { isFitToKeep } from '#main/exchange/exchange-memory.ts'
import { ExchangeSession } from '#main/exchange/exchange-session.ts'
import { EXCHANGE_LIMITS, ExchangeBody } from '#shared/exchange/exchange-body.ts'
import { value } from '../journal/journal-fixture.ts'
import { UNIT } from './exchange-fixture.ts'
import { connected, Office, type OfficePc, SHARE } from './office.ts'

async function pair() {
  const office = new Office()
  const [one, two] = [await office.pc('one'), await office.pc('two')]
  await connected(one, two)
  return { office, one, two }
}

function memoryFile(office: Office, pc: OfficePc): string {
  const path = office.filesIn(`/${pc.name}/stations`).find((each) => each.includes('/exchange-'))
  if (path === undefined) throw new Error('no memory')
  return path
}

test('a file with an endless name in the share costs nothing: the list of PCs is there after a restart', async () => {
  const { office, one, two } = await pair()
  const file = office.filesIn(SHARE).find((path) => path.includes(two.station)) ?? ''
  const folder = `${SHARE}/${UNIT}_exchange/${'x'.repeat(40)}`
  office.fs.medium.putFolder(folder)
  office.fs.files.set(`${folder}/${'n'.repeat(246)}.pbz.json`, office.fs.files.get(file) ?? new Uint8Array())
  await one.round()
  await one.restart()
  const { pcs, folder: share, me } = await one.status()
  expect([pcs.map(({ name }) => name), share?.name, me.problem]).toEqual([['two'], 'share', null])
})

test('what would not be read again is not kept', () => {
  expect(isFitToKeep({ done: ['a/b:1'] })).toBe(true)
  expect(isFitToKeep({ done: ['n'.repeat(301)] })).toBe(false)
})

test.each([
  ['no JSON', () => Buffer.from('{"version":1,')],
  [
    'another shape',
    (bytes: Uint8Array) => Buffer.from(Buffer.from(bytes).toString().replace('"askEach"', '"b"')),
  ],
])('a memory that is %s is laid aside, told, and begun anew', async (_name, spoil) => {
  const { office, one } = await pair()
  const path = memoryFile(office, one)
  const spoilt = spoil(office.fs.files.get(path) ?? new Uint8Array())
  office.fs.files.set(path, spoilt)
  await one.restart()
  const { me, pcs } = await one.status()
  expect([me.problem?.code, pcs]).toEqual(['exchange.memory-damaged', []])
  const aside = office.filesIn('/one/stations').filter((each) => each.includes('-damaged-'))
  expect(aside.map((each) => Buffer.from(office.fs.files.get(each) ?? []).equals(spoilt))).toEqual([true])
})

test('a memory that cannot be read just now stays as it is, and is back once it can', async () => {
  const { office, one } = await pair()
  const path = memoryFile(office, one)
  const kept = office.fs.files.get(path)
  await one.restart()
  office.fs.failAt('read', 'EACCES')
  expect(await one.handlers['exchange:sync']({ unit: UNIT })).toMatchObject({
    error: { code: 'exchange.memory-unreadable' },
  })
  expect(office.fs.files.get(path)).toEqual(kept)
  expect((await one.sync()).pcs.map(({ name }) => name)).toEqual(['two'])
})

test('a file speaks for so many stations and no more', () => {
  const body = (stations: number) => {
    const clock = Object.fromEntries(
      Array.from({ length: stations }, (_, at) => [`station-${String(at).padStart(4, '0')}`, 1]),
    )
    return { name: '科室', station: 'station-0000', before: clock, after: clock, knows: clock, edits: [] }
  }
  expect(ExchangeBody.safeParse(body(EXCHANGE_LIMITS.carried)).success).toBe(true)
  expect(ExchangeBody.safeParse(body(EXCHANGE_LIMITS.carried + 1)).success).toBe(false)
})

test('the exchange of a journal that was closed meanwhile keeps nothing over what the next one keeps', async () => {
  const { office, one } = await pair()
  let open: typeof one.journal = one.open
  const deps = {
    fs: office.fs,
    names: office.names,
    stations: '/one/stations',
    hostName: 'one',
    journal: () => open,
    now: () => '2021-03-05T08:00:00.000Z',
  }
  const session = value(await ExchangeSession.begin(deps, one.open, '/one/data'))
  expect((await session.remember({ askEach: true })).ok).toBe(true)
  open = null
  const kept = office.fs.files.get(memoryFile(office, one))
  expect(await session.remember({ known: [] })).toMatchObject({ error: { code: 'journal.not-open' } })
  expect(office.fs.files.get(memoryFile(office, one))).toEqual(kept)
})
