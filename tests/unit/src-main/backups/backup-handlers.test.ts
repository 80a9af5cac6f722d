import { randomBytes, randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { sha256 } from '#main/backups/build-backup.ts'
import { createBackups } from '#main/backups/open-backups.ts'
import { FileTokens } from '#main/files/file-tokens.ts'
import type { Journal } from '#main/journal/journal.ts'
import { OVERDUE_AFTER } from '#shared/backup/ladder.ts'
import { fileCode } from '#shared/bundle/file-code.ts'
import { ok } from '#shared/result.ts'
import { FaultyFileSystem } from '#tests/support/faulty-file-system.ts'
import { commit, firm, MemoryMarker, Pc, value } from '../journal/journal-fixture.ts'
import { namesOn, OFFICE, office, REVIEWER } from './backup-fixture.ts'

const DATA = '/台账'
let fs: FaultyFileSystem
let time = 0
let tokens: FileTokens
let disks: Map<string, number>

function program(journal: Journal) {
  return createBackups({
    fs,
    listNames: namesOn(fs),
    tokens,
    userData: '/user',
    dataFolder: () => DATA,
    openJournal: async () => ok(journal),
    marker: () => new MemoryMarker(),
    diskOf: async (folder) => disks.get(folder) ?? null,
    version: '0.1.0',
    send: () => {},
    now: () => new Date(time).toISOString(),
    newId: randomUUID,
    randomBytes,
  })
}

beforeEach(() => {
  fs = new FaultyFileSystem('/', '/user', DATA, '/stick')
  time = Date.parse('2021-10-08T01:00:00Z')
  tokens = new FileTokens(randomBytes)
  disks = new Map([
    [DATA, 1],
    ['/stick', 2],
  ])
})

async function opened() {
  const { journal } = await office()
  const backups = program(journal)
  value(await backups.journals.open())
  const status = async () => value(await backups.handlers['backup:status'](null))
  return { journal, backups, status, handlers: backups.handlers }
}
const stick = () => tokens.issue({ kind: 'folder', path: '/stick' })

describe('the status', () => {
  it('before anything: no second place, no passphrase, nothing overdue', async () => {
    const { status } = await opened()
    expect(await status()).toMatchObject({
      hasData: true,
      data: { lastGood: null, failure: null, overdue: false, reachable: true },
      second: null,
      postponed: null,
      protection: [],
      chainOpen: false,
    })
  })

  it('the red line stands after three days without a good backup, and goes with one', async () => {
    const { status, handlers, backups } = await opened()
    fs.fail({ on: 'createNew', code: 'ENOSPC', nth: 2 })
    await backups.runner.tick()
    time += OVERDUE_AFTER + 1
    const started = program((await office()).journal)
    value(await started.journals.open())
    // The program has just been started after a holiday: the first backup is still to come.
    expect(value(await started.handlers['backup:status'](null)).data.overdue).toBe(false)
    const late = await status()
    expect(late.data).toMatchObject({ overdue: true, lastGood: null })
    expect(late.data.failure?.sentence).toContain('空间不足')
    value(await handlers['backup:now']({ reason: 'manual' }))
    expect((await status()).data).toMatchObject({ overdue: false, failure: null, lastGood: { count: 2 } })
  })

  it('a second place that is away for more than three days has its own red line', async () => {
    const { status, handlers, backups } = await opened()
    value(await handlers['backup:choose-second']({ token: stick() }))
    value(await handlers['backup:now']({ reason: 'manual' }))
    fs.medium.erase('/stick')
    time += OVERDUE_AFTER - 1
    await backups.runner.tick()
    expect((await status()).second).toMatchObject({ reachable: false, overdue: false, failure: null })
    time += 2
    expect(await status()).toMatchObject({ data: { overdue: false }, second: { overdue: true } })
  })

  it('no data, no red line', async () => {
    const backups = program(await new Pc().opened())
    value(await backups.journals.open())
    time += 2 * OVERDUE_AFTER
    expect(value(await backups.handlers['backup:status'](null))).toMatchObject({
      hasData: false,
      data: { overdue: false },
    })
  })
})

it('encrypted backups in the data folder and no key on this PC: the key is lost, and nothing is written in the clear', async () => {
  const { journal, handlers } = await opened()
  value(await handlers['backup:protect']({ office: OFFICE, reviewer: null, current: null }))
  const names = () => [...fs.files.keys()].filter((path) => path.endsWith('.pbz-backup'))
  const before = names()
  expect(before).toHaveLength(1)
  // The program is installed anew: what this PC kept is gone, the data folder stayed.
  for (const path of ['/user/backup-key.json', '/user/backups.json']) fs.medium.erase(path)
  time += 60_000
  const again = program(journal)
  value(await again.journals.open())
  await again.runner.tick()
  expect(names()).toEqual(before)
  const status = value(await again.handlers['backup:status'](null))
  expect(status.protection).toBe('lost')
  expect(status.data.failure?.sentence).toContain('备份密钥丢失')
  // Restoring one of them brings the key back, for the safety copy too.
  const secret = { kind: 'office', passphrase: OFFICE } as const
  const name = before[0]?.slice(`${DATA}/backups/`.length) ?? ''
  const preview = value(await again.handlers['backup:open']({ source: { place: 'data', name }, secret }))
  const { safety } = value(await again.handlers['backup:restore']({ opened: preview.opened }))
  expect(Buffer.from(fs.files.get(`${DATA}/backups/${safety}`) ?? []).toString('utf8')[0]).toBe('{')
})

describe('the second place', () => {
  it('is proved to be writable, outside the data folder; later means asked again', async () => {
    const { status, handlers } = await opened()
    const inside = tokens.issue({ kind: 'folder', path: `${DATA}/backups` })
    expect(await handlers['backup:choose-second']({ token: inside })).toMatchObject({
      error: { code: 'backup.inside-data' },
    })
    expect(await handlers['backup:choose-second']({ token: null })).toEqual({ ok: true, value: null })
    expect((await status()).postponed).toBe('2021-10-08T01:00:00.000Z')
    fs.fail({ on: 'createNew', code: 'EROFS' })
    expect(await handlers['backup:choose-second']({ token: stick() })).toMatchObject({
      error: { code: 'file.read-only' },
    })
    value(await handlers['backup:choose-second']({ token: stick() }))
    expect(await status()).toMatchObject({
      second: { folder: { name: 'stick' }, lastGood: null },
      postponed: null,
    })
    expect([...fs.files.keys()].filter((path) => path.startsWith('/stick'))).toEqual([])
  })
})

it('a second place on the disk of the data is taken, and the status says so', async () => {
  const { status, handlers } = await opened()
  value(await handlers['backup:choose-second']({ token: stick() }))
  expect(await status()).toMatchObject({ data: { sameDisk: false }, second: { sameDisk: false } })
  disks.set('/stick', 1)
  expect(await status()).toMatchObject({ data: { sameDisk: false }, second: { sameDisk: true } })
  disks.clear()
  expect((await status()).second?.sameDisk).toBe(false)
})

describe('the list', () => {
  it('gives every backup of both places with its edits, newest first, and what this PC has proved', async () => {
    const { journal, handlers } = await opened()
    value(await handlers['backup:choose-second']({ token: stick() }))
    const first = value(await handlers['backup:now']({ reason: 'manual' }))
    expect(first.places).toEqual(['data', 'second'])
    value(await commit(journal, [firm('c')]))
    time += 60_000
    value(await handlers['backup:now']({ reason: 'before-purge' }))
    fs.files.set('/stick/YY-430681_20200101T000000Z_manual_7_aaaaaaaa_bbbbbbbb.pbz-backup', Buffer.from('x'))
    fs.files.set('/stick/照片.jpg', Buffer.from('x'))
    const { backups, secondReachable } = value(await handlers['backup:list'](null))
    expect(secondReachable).toBe(true)
    expect(backups.map(({ place, count, reason, proved }) => [place, count, reason, proved])).toEqual([
      ['data', 3, 'before-purge', true],
      ['second', 3, 'before-purge', true],
      ['data', 2, 'manual', true],
      ['second', 2, 'manual', true],
      ['second', 7, 'manual', false],
    ])
  })
})

describe('移交包', () => {
  it('is written into the chosen folder, proved, bound by its code, and opened by the 审核人 without the office', async () => {
    const { handlers } = await opened()
    value(await handlers['backup:protect']({ office: OFFICE, reviewer: REVIEWER, current: null }))
    const packed = value(await handlers['backup:package']({ token: stick() }))
    expect(packed.name).toMatch(/^YY-430626_20211008T010000Z_succession_2_[\w-]+\.pbz-backup$/)
    expect(packed.protection).toEqual(['office', 'reviewer'])
    const bytes = fs.files.get(`/stick/${packed.name}`) ?? new Uint8Array()
    expect([packed.bytes, packed.code]).toEqual([bytes.length, fileCode(sha256(bytes))])
    const secret = { kind: 'reviewer', passphrase: REVIEWER } as const
    const preview = value(await handlers['backup:open']({ source: { token: packed.token }, secret }))
    expect(preview).toMatchObject({ reason: 'succession', count: 2, unit: 'YY-430626' })
  })

  it('that cannot be written leaves nothing and says why', async () => {
    const { handlers } = await opened()
    fs.fail({ on: 'write', code: 'ENOSPC' })
    expect(await handlers['backup:package']({ token: stick() })).toEqual({
      ok: false,
      error: { code: 'file.disk-full', folder: 'stick' },
    })
    expect([...fs.files.keys()].filter((path) => path.startsWith('/stick'))).toEqual([])
  })
})

it('the 恢复单 is only shown to who has a secret, and is one itself', async () => {
  const { handlers, status } = await opened()
  const office_ = { kind: 'office', passphrase: OFFICE } as const
  expect(await handlers['backup:sheet']({ secret: office_ })).toMatchObject({
    error: { code: 'backup.not-protected' },
  })
  value(await handlers['backup:protect']({ office: OFFICE, reviewer: REVIEWER, current: null }))
  expect((await status()).protection).toEqual(['office', 'reviewer'])
  const first = (await status()).data.lastGood
  expect(first).not.toBeNull()
  const again = {
    office: null,
    reviewer: REVIEWER,
    current: { kind: 'reviewer', passphrase: REVIEWER },
  } as const
  value(await handlers['backup:protect'](again))
  expect((await status()).data.lastGood).toEqual(first)
  const { groups } = value(await handlers['backup:sheet']({ secret: office_ }))
  expect(groups).toHaveLength(16)
  const proved = await handlers['backup:prove']({ secret: { kind: 'sheet', digits: groups.join(' ') } })
  expect(proved).toEqual({ ok: true, value: { by: 'sheet' } })
})
