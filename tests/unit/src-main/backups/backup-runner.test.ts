import { randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { openBackupFile } from '#main/backups/backup-file.ts'
import { BackupKeyStore } from '#main/backups/backup-key-store.ts'
import { BackupMemories } from '#main/backups/backup-memory.ts'
import { BackupRunner } from '#main/backups/backup-runner.ts'
import { proveContents } from '#main/backups/prove-backup.ts'
import type { Journal } from '#main/journal/journal.ts'
import { createRecord } from '#shared/edits/operations.ts'
import { purgeOperation } from '#shared/purge/purge-record.ts'
import { FaultyFileSystem } from '#tests/support/faulty-file-system.ts'
import { commit, firm, Pc, value } from '../journal/journal-fixture.ts'
import { namesOn, OFFICE, office } from './backup-fixture.ts'

const DATA = '/台账'
const STICK = '/stick'
const MINUTES = 60_000

class Desk {
  readonly fs = new FaultyFileSystem('/', '/user', DATA, STICK)
  readonly memories = new BackupMemories(this.fs, '/user')
  readonly keys = new BackupKeyStore({
    fs: this.fs,
    userData: '/user',
    memories: this.memories,
    randomBytes,
    hasSealedBackups: async () => false,
  })
  time = Date.parse('2021-10-08T01:00:00Z')
  journal: Journal | null = null
  told = 0
  readonly runner = new BackupRunner({
    fs: this.fs,
    listNames: namesOn(this.fs),
    dataFolder: () => DATA,
    journal: () => this.journal,
    memories: this.memories,
    keys: this.keys,
    program: '0.1.0',
    now: () => new Date(this.time).toISOString(),
    changed: () => {
      this.told += 1
    },
  })

  async useStick(): Promise<void> {
    value(await this.memories.change({ second: { path: STICK, since: new Date(this.time).toISOString() } }))
  }

  names(folder = `${DATA}/backups`): readonly string[] {
    return [...this.fs.files.keys()]
      .filter((path) => path.startsWith(`${folder}/`) && path.endsWith('.pbz-backup'))
      .map((path) => path.slice(folder.length + 1))
  }

  reasons(folder?: string): readonly string[] {
    return this.names(folder).map((name) => name.split('_')[2] ?? '')
  }

  async change(): Promise<void> {
    if (this.journal !== null) value(await commit(this.journal, [firm(`f${this.time}`)]))
  }
}

let desk: Desk
beforeEach(async () => {
  desk = new Desk()
  desk.journal = (await office()).journal
})

describe('the ladder', () => {
  it('a first backup at once, then 15 minutes after a change, and none without one', async () => {
    await desk.runner.tick()
    expect(desk.reasons()).toEqual(['monthly'])
    desk.time += 60 * MINUTES
    await desk.runner.tick()
    expect(desk.names()).toHaveLength(1)
    await desk.change()
    await desk.runner.tick()
    expect(desk.reasons()).toEqual(['monthly', 'change'])
    await desk.change()
    desk.time += 14 * MINUTES
    await desk.runner.tick()
    expect(desk.names()).toHaveLength(2)
    desk.time += MINUTES
    await desk.runner.tick()
    expect(desk.names()).toHaveLength(3)
  })

  it('a daily one on the next day, also without a change; no data, no backup', async () => {
    await desk.runner.tick()
    desk.time += 24 * 60 * MINUTES
    await desk.runner.tick()
    expect(desk.reasons()).toEqual(['monthly', 'daily'])
    const empty = new Desk()
    empty.journal = await new Pc().opened()
    await empty.runner.tick()
    expect(empty.names()).toEqual([])
    expect(await empty.runner.backUp('manual')).toEqual({
      ok: false,
      error: { code: 'backup.nothing-to-save' },
    })
  })

  it('thins itself: a day of changes leaves twelve', async () => {
    for (let round = 0; round < 20; round++) {
      await desk.change()
      await desk.runner.tick()
      desk.time += 15 * MINUTES
    }
    expect(desk.names()).toHaveLength(12)
  })

  it('a clock set back three years stops nothing and removes no newest backup', async () => {
    for (let round = 0; round < 14; round++) {
      await desk.change()
      await desk.runner.tick()
      desk.time += 15 * MINUTES
    }
    desk.time -= 3 * 365 * 24 * 60 * MINUTES
    await desk.change()
    await desk.runner.tick()
    const newest = desk.names().find((name) => name.includes('_2018'))
    expect(newest).toBeDefined()
    await desk.change()
    desk.time += 15 * MINUTES
    await desk.runner.tick()
    expect(desk.names().filter((name) => name.includes('_2018'))).toHaveLength(2)
  })

  it('at close only what is not yet in a backup', async () => {
    await desk.runner.atClose()
    await desk.runner.atClose()
    await desk.change()
    await desk.runner.atClose()
    expect(desk.reasons()).toEqual(['close', 'close'])
  })
})

describe('the second place', () => {
  beforeEach(() => desk.useStick())

  it('gets the same backups', async () => {
    await desk.runner.tick()
    expect(desk.names(STICK)).toEqual(desk.names())
  })

  it('that is away is passed over in silence, and caught up when it is back', async () => {
    desk.fs.medium.erase(STICK)
    await desk.runner.tick()
    expect(desk.names()).toHaveLength(1)
    expect((await desk.memories.ofFolder(DATA)).second).toEqual({ good: null, failure: null })
    expect(desk.fs.folders.has(STICK)).toBe(false)
    desk.fs.medium.putFolder(STICK)
    desk.time += MINUTES
    await desk.runner.tick()
    expect(desk.names(STICK)).toHaveLength(1)
  })

  it('that is pulled while the other one is written is told, and nothing takes its place', async () => {
    // The first file made is this PC's memory, the second the backup in the data folder.
    desk.fs.fail({ on: 'createNew', nth: 2, code: 'gone', folder: STICK })
    const outcome = value(await desk.runner.backUp('manual'))
    expect(outcome.data?.ok).toBe(true)
    expect(outcome.second).toEqual({ ok: false, error: { code: 'backup.away', folder: 'stick' } })
    expect(desk.fs.folders.has(STICK)).toBe(false)
  })

  it('that is full is told, tried again later, and costs the first place nothing', async () => {
    const outcome = value(await desk.runner.backUp('manual'))
    expect(outcome.second?.ok).toBe(true)
    // The first write is the data folder's backup, the second this PC's memory, the third the stick.
    desk.fs.fail({ on: 'write', code: 'ENOSPC', nth: 3 })
    await desk.change()
    desk.time += 15 * MINUTES
    await desk.runner.tick()
    const { data, second } = await desk.memories.ofFolder(DATA)
    expect(data.failure).toBeNull()
    expect(second.failure?.sentence).toContain('空间不足')
    expect(second.good?.count).toBe(2)
    desk.time += MINUTES
    await desk.runner.tick()
    expect(desk.names(STICK)).toHaveLength(1)
    desk.time += 14 * MINUTES
    await desk.runner.tick()
    expect(desk.names(STICK)).toHaveLength(2)
    expect((await desk.memories.ofFolder(DATA)).second.failure).toBeNull()
  })
})

describe('protection', () => {
  it('once a passphrase is set every backup is encrypted', async () => {
    value(await desk.keys.protect({ office: OFFICE, reviewer: null, current: null }))
    await desk.runner.tick()
    const [name = ''] = desk.names()
    const bytes = desk.fs.files.get(`${DATA}/backups/${name}`) ?? new Uint8Array()
    expect(await openBackupFile(bytes, name, { key: null, secret: null })).toMatchObject({ ok: false })
    const secret = { kind: 'office', passphrase: OFFICE } as const
    const opened = value(await openBackupFile(bytes, name, { key: null, secret }))
    expect((await proveContents(opened.contents, name)).ok).toBe(true)
  })

  it('a lost or damaged key never makes backups in the clear', async () => {
    value(await desk.keys.protect({ office: OFFICE, reviewer: null, current: null }))
    for (const damage of [
      () => desk.fs.medium.erase('/user/backup-key.json'),
      () => desk.fs.files.set('/user/backup-key.json', Buffer.from('{}')),
    ]) {
      damage()
      await desk.runner.tick()
      expect(desk.names()).toEqual([])
      expect((await desk.memories.ofFolder(DATA)).data.failure?.sentence).toContain('备份密钥丢失')
      desk.time += 15 * MINUTES
    }
    value(await desk.keys.protect({ office: OFFICE, reviewer: null, current: null }))
    await desk.runner.tick()
    expect(desk.names()).toHaveLength(1)
  })
})

it('a bug in a backup is a failure that is remembered, tried again later, and reported', async () => {
  const { journal } = desk
  if (journal === null) throw new Error('no journal')
  const snapshot = journal.snapshot
  journal.snapshot = () => Promise.reject(new Error('a bug'))
  await expect(desk.runner.tick()).rejects.toThrow('a bug')
  expect(desk.runner.hasTried).toBe(true)
  const { data } = await desk.memories.ofFolder(DATA)
  expect(data.failure).toMatchObject({ sentence: expect.stringContaining('意外'), damaged: false })
  journal.snapshot = snapshot
  // A clock set back within the day stops neither the next try nor the ladder.
  desk.time -= 20 * MINUTES
  await desk.runner.tick()
  expect(desk.names()).toHaveLength(1)
})

it('a backup bears the time up to which it holds everything, however long it takes', async () => {
  const { journal } = desk
  if (journal === null) throw new Error('no journal')
  const snapshot = journal.snapshot.bind(journal)
  journal.snapshot = async () => {
    const taken = await snapshot()
    desk.time += 5 * MINUTES
    return taken
  }
  await desk.runner.tick()
  expect(desk.names()[0]).toContain('_20211008T010000Z_')
})

it('a damaged segment is told at every place and no backup is called good', async () => {
  const { pc, journal } = await office()
  desk.journal = journal
  const bytes = pc.files.bytes('journal-000001.jsonl')
  bytes[bytes.length - 200] = (bytes[bytes.length - 200] ?? 0) ^ 1
  await desk.runner.tick()
  expect(desk.names()).toEqual([])
  expect((await desk.memories.ofFolder(DATA)).data).toMatchObject({
    good: null,
    failure: { sentence: expect.stringContaining('台账日志'), damaged: true },
  })
  expect(desk.told).toBe(2)
})

it('the very first backup outlives a power cut, with its folder', async () => {
  await desk.runner.tick()
  desk.fs.medium.cutPower()
  expect(desk.names()).toHaveLength(1)
})

it('what a power cut left of a backup is swept away in our own folder, and only there', async () => {
  await desk.useStick()
  await desk.runner.tick()
  const left = '.pbz-0123456789ab.tmp'
  for (const folder of [`${DATA}/backups`, STICK]) desk.fs.files.set(`${folder}/${left}`, Buffer.from('half'))
  await desk.runner.backUp('manual')
  expect(desk.fs.files.has(`${DATA}/backups/${left}`)).toBe(false)
  expect(desk.fs.files.has(`${STICK}/${left}`)).toBe(true)
})

it('of two changes at one time the later memory is on the disk', async () => {
  const memories = new BackupMemories(desk.fs, '/user')
  let first = true
  const { rename } = desk.fs
  desk.fs.rename = async (from, to) => {
    if (first) {
      first = false
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    return rename.call(desk.fs, from, to)
  }
  await Promise.all([
    memories.change({ postponed: '2021-10-08T01:00:00Z' }),
    memories.change({ second: { path: STICK, since: '2021-10-08T01:00:00Z' } }),
  ])
  const stored = await new BackupMemories(desk.fs, '/user').load()
  expect([stored.postponed, stored.second?.path]).toEqual(['2021-10-08T01:00:00Z', STICK])
})

it('taking a second place while a backup is remembered loses neither', async () => {
  const good = { name: 'x', at: '2021-10-08T01:00:00Z', hash: 'h', count: 2, bytes: 9 }
  await Promise.all([
    desk.memories.takeSecond({ path: STICK, since: '2021-10-08T01:00:00Z' }),
    desk.memories.changeFolder(DATA, { data: { good, failure: null } }),
    desk.memories.takeSecond({ path: '/other', since: '2021-10-08T01:00:00Z' }),
  ])
  const stored = new BackupMemories(desk.fs, '/user')
  expect((await stored.load()).second?.path).toBe('/other')
  expect((await stored.ofFolder(DATA)).data.good).toEqual(good)
})

it('the memory survives a restart, and a damaged memory costs one backup more', async () => {
  await desk.runner.tick()
  const again = await new BackupMemories(desk.fs, '/user').ofFolder(DATA)
  expect(again.data.good?.name).toBe(desk.names()[0])
  desk.fs.files.set('/user/backups.json', Buffer.from('noise'))
  expect((await new BackupMemories(desk.fs, '/user').ofFolder(DATA)).data.good).toBeNull()
})

describe('before a newer program writes', () => {
  it('a copy is made that the older program still opens; without one the journal stays closed', async () => {
    const { journal } = await office()
    desk.journal = null
    desk.fs.fail({ on: 'createNew', code: 'ENOSPC', nth: 2 })
    expect(await desk.runner.beforeMigrating(journal)).toMatchObject({
      ok: false,
      error: { code: 'file.disk-full' },
    })
    expect((await desk.runner.beforeMigrating(journal)).ok).toBe(true)
    expect(desk.reasons()).toEqual(['before-migration'])
  })

  it('a journal without edits needs none', async () => {
    expect((await desk.runner.beforeMigrating(await new Pc().opened())).ok).toBe(true)
    expect(desk.names()).toEqual([])
  })
})

it('a journal that was purged is backed up like any other, without the values', async () => {
  const pc = new Pc()
  const journal = await pc.opened()
  value(await commit(journal, [createRecord('enterprise', 'a', { name: '甲厂', phone: '0730-1234567' })]))
  const registers = ['phone']
  value(
    await commit(journal, [
      purgeOperation('a', registers, {
        asker: '本人',
        reason: '退出名单',
        key: 'p',
        names: '联系电话',
        on: '2021-10-08',
      }),
    ]),
  )
  value(await journal.purge({ ids: ['a'], registers }))
  desk.journal = await pc.opened()
  await desk.runner.tick()
  const [name = ''] = desk.names()
  const bytes = desk.fs.files.get(`${DATA}/backups/${name}`) ?? new Uint8Array()
  const opened = value(await openBackupFile(bytes, name, { key: null, secret: null }))
  const text = [...opened.contents.journal.values()]
    .map((each) => Buffer.from(each).toString('utf8'))
    .join('')
  expect(text).not.toContain('0730-1234567')
  expect((await proveContents(opened.contents, name)).ok).toBe(true)
})
