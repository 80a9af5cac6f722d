import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openBackupFile } from '#main/backups/backup-file.ts'
import { BackupMemories } from '#main/backups/backup-memory.ts'
import { createBackups } from '#main/backups/open-backups.ts'
import { proveContents } from '#main/backups/prove-backup.ts'
import { keptFolderName } from '#main/backups/restore-folder.ts'
import { FileTokens } from '#main/files/file-tokens.ts'
import { type Journal, openJournal } from '#main/journal/journal.ts'
import { journalHandlers } from '#main/journal/journal-handlers.ts'
import { DEMO_UNIT } from '#shared/codes/reporting-units.ts'
import { createRecord } from '#shared/edits/operations.ts'
import { PROFILE_ID } from '#shared/records/profile.ts'
import { FaultyFileSystem } from '#tests/support/faulty-file-system.ts'
import { MemoryFolder } from '#tests/support/faulty-journal-files.ts'
import { commit, firm, MemoryMarker, readAll, value } from '../journal/journal-fixture.ts'
import { namesOn, OFFICE } from './backup-fixture.ts'

const DATA = '/台账'

/** A PC whose journal, backups and everything else lie on one medium. */
class Desk {
  readonly fs: FaultyFileSystem
  readonly marker = new MemoryMarker()
  time = Date.parse('2021-10-08T01:00:00Z')

  constructor(fs = new FaultyFileSystem('/', '/user', DATA)) {
    this.fs = fs
  }

  /** The program, started. */
  start() {
    return createBackups({
      fs: this.fs,
      listNames: namesOn(this.fs),
      tokens: new FileTokens(randomBytes),
      userData: '/user',
      dataFolder: () => DATA,
      openJournal: (around) =>
        openJournal({
          ...around,
          files: new MemoryFolder(this.fs.medium, join(DATA, 'journal')),
          marker: this.marker,
          machine: 'machine-1',
          folder: DATA,
          newId: randomUUID,
        }),
      marker: () => this.marker,
      diskOf: async () => null,
      version: '0.1.0',
      send: () => {},
      now: () => new Date(this.time++).toISOString(),
      newId: randomUUID,
      randomBytes,
    })
  }

  put(path: string, text: string): void {
    const folder = join(DATA, path.split('/')[0] ?? '')
    this.fs.medium.putFolder(folder)
    this.fs.files.set(join(DATA, path), Buffer.from(text))
  }

  text(path: string): string | null {
    const bytes = this.fs.files.get(join(DATA, path))
    return bytes === undefined ? null : Buffer.from(bytes).toString('utf8')
  }
}

const unit = createRecord('profile', PROFILE_ID, { unit: 'YY-430626' })
const OLD_SENT = `${'1'.repeat(64)}.pbz.json`
const NEW_SENT = `${'2'.repeat(64)}.pbz.json`

/** An office that made a backup with one firm, and went on with a second firm, a sent file and a key. */
async function worked(): Promise<{ desk: Desk; name: string }> {
  const desk = new Desk()
  desk.put(`outbox/${OLD_SENT}`, 'old sent')
  const { journals, runner } = desk.start()
  const journal = value(await journals.open())
  value(await commit(journal, [unit, firm('a', '甲厂')]))
  const outcome = value(await runner.backUp('manual'))
  if (!outcome.data?.ok) throw new Error('no backup')
  value(await commit(journal, [firm('b', '乙厂')]))
  desk.put(`outbox/${NEW_SENT}`, 'new sent')
  desk.put('keys/new.pbz-key.json', 'new key')
  await journal.close()
  return { desk, name: outcome.data.value.name }
}

const source = (name: string) => ({ source: { place: 'data' as const, name }, secret: null })

async function firmsIn(journal: Journal): Promise<readonly string[]> {
  const edits = await readAll(journal)
  return edits.flatMap((edit) =>
    (edit.ops ?? []).filter((op) => op.record === 'enterprise').map((op) => ('id' in op ? op.id : '')),
  )
}

describe('the preview', () => {
  it('says unit, time, edits and what differs, and writes nothing', async () => {
    const { desk, name } = await worked()
    const backups = desk.start()
    value(await backups.journals.open())
    const before = new Map(desk.fs.files)
    const preview = value(await backups.handlers['backup:open'](source(name)))
    expect(preview).toMatchObject({
      unit: 'YY-430626',
      reason: 'manual',
      count: 1,
      counts: { enterprise: 1, profile: 1 },
      present: { count: 2, unit: 'YY-430626', notInBackup: 1 },
    })
    const firms = preview.differences.find((difference) => difference.type === 'enterprise')
    expect(firms).toMatchObject({
      onlyPresent: { count: 1, names: ['乙厂'] },
      onlyBackup: { count: 0 },
      changed: { count: 0 },
    })
    expect(new Map(desk.fs.files)).toEqual(before)
  })

  it('a name with a path, and one that is no backup, are refused', async () => {
    const { desk } = await worked()
    const backups = desk.start()
    value(await backups.journals.open())
    for (const name of ['../journal/journal-000001.jsonl', 'x']) {
      expect(await backups.handlers['backup:open'](source(name))).toMatchObject({
        error: { code: 'backup.not-a-backup' },
      })
    }
  })

  it('only what was previewed last can be restored', async () => {
    const { desk } = await worked()
    const backups = desk.start()
    value(await backups.journals.open())
    expect(await backups.handlers['backup:restore']({ opened: randomUUID() })).toEqual({
      ok: false,
      error: { code: 'backup.expired' },
    })
  })
})

async function restored(desk: Desk, name: string) {
  const backups = desk.start()
  const journal = await backups.journals.open()
  const preview = value(await backups.handlers['backup:open'](source(name)))
  const done = await backups.handlers['backup:restore']({ opened: preview.opened })
  return { done, journal, backups }
}

describe('restoring', () => {
  it('brings the journal of the backup back under a new station, after a safety copy of what was there', async () => {
    const { desk, name } = await worked()
    const { done, journal, backups } = await restored(desk, name)
    const { safety, aside, chainOpen } = value(done)
    expect(safety).toContain('_before-restore_2_')
    expect([aside, chainOpen]).toEqual([null, true])
    const now = value(await backups.journals.open())
    expect(await firmsIn(now)).toEqual(['a'])
    expect(now.opened().station).not.toBe(value(journal).opened().station)
    expect(now.opened().repairs.map((repair) => repair.kind)).toEqual(['new-station'])
    expect(now.opened().earlier).toContainEqual({ station: value(journal).opened().station, here: true })
    const copy = desk.fs.files.get(`${DATA}/backups/${safety}`) ?? new Uint8Array()
    const { contents } = value(await openBackupFile(copy, 'copy', { key: null, secret: null }))
    expect(await firmsIn(value(await proveContents(contents, 'copy')))).toEqual(['a', 'b'])
    expect(
      [...desk.fs.folders].filter((folder) => folder.includes('restore') || folder.includes('恢复前')),
    ).toEqual([])
  })

  it('keeps sent files and keys that are only here: they cannot be made again', async () => {
    const { desk, name } = await worked()
    value((await restored(desk, name)).done)
    expect(desk.text(`outbox/${OLD_SENT}`)).toBe('old sent')
    expect(desk.text(`outbox/${NEW_SENT}`)).toBe('new sent')
    expect(desk.text('keys/new.pbz-key.json')).toBe('new key')
  })

  it('the same station never goes on, even when the backup holds everything', async () => {
    const { desk } = await worked()
    const backups = desk.start()
    const before = value(await backups.journals.open())
    const made = value(await backups.runner.backUp('manual')).data
    if (!made?.ok) throw new Error('no backup')
    const { backups: again } = await restored(desk, made.value.name)
    expect(value(await again.journals.open()).opened().station).not.toBe(before.opened().station)
  })

  it.each([
    ['a sub-folder', 'outbox/2021年/x.pbz.json'],
    ['a hidden file', 'keys/.mine'],
    ['a name no backup has', 'outbox/con.txt'],
    ['a file beside the journal', 'journal/说明.txt'],
  ])('keeps the old folders and names them when they hold %s', async (_what, path) => {
    const { desk, name } = await worked()
    const parts = path.split('/')
    desk.fs.medium.putFolder(join(DATA, ...parts.slice(0, -1)))
    desk.fs.files.set(join(DATA, path), Buffer.from('only here'))
    const { aside } = value((await restored(desk, name)).done)
    expect(aside).toMatch(/^恢复前-/)
    expect(desk.text(`${aside}/${path}`)).toBe('only here')
  })

  it('the question of the report chain is kept before anything is exchanged, or nothing is', async () => {
    const { desk, name } = await worked()
    const backups = desk.start()
    value(await backups.journals.open())
    const preview = value(await backups.handlers['backup:open'](source(name)))
    const rename = desk.fs.rename.bind(desk.fs)
    desk.fs.rename = async (from, to) => {
      if (to === '/user/backups.json' && desk.fs.folders.has(join(DATA, 'restore-staging')))
        throw Object.assign(new Error(to), { code: 'EROFS' })
      return rename(from, to)
    }
    const done = await backups.handlers['backup:restore']({ opened: preview.opened })
    expect(done).toMatchObject({ error: { code: 'file.read-only' } })
    desk.fs.rename = rename
    expect(await firmsIn(value(await desk.start().journals.open()))).toEqual(['a', 'b'])
    expect((await new BackupMemories(desk.fs, '/user').ofFolder(DATA)).chainOpen).toBe(false)
  })

  it('a restore that was not decided asks nothing; the trial county is never asked', async () => {
    const { desk, name } = await worked()
    const backups = desk.start()
    value(await backups.journals.open())
    const preview = value(await backups.handlers['backup:open'](source(name)))
    const rename = desk.fs.rename.bind(desk.fs)
    desk.fs.rename = async (from, to) => {
      if (from === join(DATA, 'restore-staging')) throw Object.assign(new Error(to), { code: 'EPERM' })
      return rename(from, to)
    }
    expect((await backups.handlers['backup:restore']({ opened: preview.opened })).ok).toBe(false)
    expect((await new BackupMemories(desk.fs, '/user').ofFolder(DATA)).chainOpen).toBe(false)

    const trial = new Desk()
    const program = trial.start()
    const demo = createRecord('profile', PROFILE_ID, { unit: DEMO_UNIT.code })
    value(await commit(value(await program.journals.open()), [demo]))
    const made = value(await program.runner.backUp('manual')).data
    if (!made?.ok) throw new Error('no backup')
    expect(value((await restored(trial, made.value.name)).done).chainOpen).toBe(false)
  })

  it('a key that cannot be taken over stops the restore', async () => {
    const first = new Desk()
    const program = first.start()
    value(await commit(value(await program.journals.open()), [unit, firm('a')]))
    value(await program.handlers['backup:protect']({ office: OFFICE, reviewer: null, current: null }))
    const [path = '', bytes] = [...first.fs.files].find(([file]) => file.endsWith('.pbz-backup')) ?? []
    const fresh = new Desk()
    fresh.fs.medium.putFolder(join(DATA, 'backups'))
    fresh.fs.files.set(path, bytes ?? new Uint8Array())
    const backups = fresh.start()
    value(await backups.journals.open())
    const secret = { kind: 'office', passphrase: OFFICE } as const
    const name = path.slice(`${DATA}/backups/`.length)
    const preview = value(await backups.handlers['backup:open']({ ...source(name), secret }))
    const rename = fresh.fs.rename.bind(fresh.fs)
    fresh.fs.rename = async (from, to) => {
      if (to.endsWith('backup-key.json')) throw Object.assign(new Error(to), { code: 'EROFS' })
      return rename(from, to)
    }
    expect(await backups.handlers['backup:restore']({ opened: preview.opened })).toMatchObject({
      error: { code: 'file.read-only' },
    })
    expect(await firmsIn(value(await backups.journals.open()))).toEqual([])
  })

  it('stops when the safety copy cannot be made, and changes nothing', async () => {
    const { desk, name } = await worked()
    const backups = desk.start()
    value(await backups.journals.open())
    const preview = value(await backups.handlers['backup:open'](source(name)))
    desk.fs.fail({ on: 'write', code: 'ENOSPC' })
    const done = await backups.handlers['backup:restore']({ opened: preview.opened })
    expect(done).toMatchObject({ ok: false, error: { code: 'backup.safety-failed' } })
    expect(await firmsIn(value(await backups.journals.open()))).toEqual(['a', 'b'])
  })

  it('moves a journal that cannot be opened aside, whole', async () => {
    const { desk, name } = await worked()
    const path = `${DATA}/journal/journal-000001.jsonl`
    const bytes = Buffer.from(desk.fs.files.get(path) ?? [])
    bytes[bytes.length - 300] = (bytes[bytes.length - 300] ?? 0) ^ 1
    const noise = bytes
    desk.fs.files.set(path, noise)
    const { done, journal, backups } = await restored(desk, name)
    expect(journal.ok).toBe(false)
    const { safety, aside } = value(done)
    expect(safety).toBeNull()
    expect(desk.fs.files.get(join(DATA, aside ?? '', 'journal', 'journal-000001.jsonl'))).toEqual(noise)
    expect(desk.text(`${aside}/outbox/${NEW_SENT}`)).toBe('new sent')
    expect(await firmsIn(value(await backups.journals.open()))).toEqual(['a'])
  })

  it('on a fresh PC nothing is left over and the passphrases of the office go on', async () => {
    const first = new Desk()
    const program = first.start()
    value(await commit(value(await program.journals.open()), [unit, firm('a')]))
    value(await program.handlers['backup:protect']({ office: OFFICE, reviewer: null, current: null }))
    const made = value(await program.runner.backUp('manual')).data
    if (!made?.ok) throw new Error('no backup')
    const fresh = new Desk()
    fresh.put(`backups/${made.value.name}`, '')
    fresh.fs.files.set(
      `${DATA}/backups/${made.value.name}`,
      first.fs.files.get(`${DATA}/backups/${made.value.name}`) ?? new Uint8Array(),
    )
    const backups = fresh.start()
    value(await backups.journals.open())
    const closed = await backups.handlers['backup:open'](source(made.value.name))
    expect(closed).toMatchObject({ error: { code: 'backup.secret-needed' } })
    const secret = { kind: 'office', passphrase: OFFICE } as const
    const preview = value(await backups.handlers['backup:open']({ ...source(made.value.name), secret }))
    expect(value(await backups.handlers['backup:restore']({ opened: preview.opened }))).toEqual({
      safety: null,
      aside: null,
      chainOpen: true,
    })
    expect(await firmsIn(value(await backups.journals.open()))).toEqual(['a'])
    expect(await backups.handlers['backup:prove']({ secret })).toEqual({ ok: true, value: { by: 'office' } })
    expect([...fresh.fs.folders].filter((folder) => folder.includes('恢复前'))).toEqual([])
  })
})

it('the folder of the old data bears the time of the clock on the wall', () => {
  expect(keptFolderName('2021-10-08T16:30:09.123Z')).toBe('恢复前-2021-10-09-003009')
})

describe('a restore that fails after it was decided', () => {
  /** The window's journal channels and the backups of one program. */
  function window(desk: Desk) {
    const backups = desk.start()
    return { backups, channels: journalHandlers({ journals: backups.journals }) }
  }
  const draft = (station: string, n: number, id: string) => ({
    draft: {
      commit: randomUUID(),
      seen: n === 0 ? {} : { [station]: n },
      at: '2021-10-08T02:00:00Z',
      by: '李某',
      why: { kind: 'typed' as const },
      title: '录入',
      ops: [firm(id)],
    },
  })

  async function failed() {
    const { desk, name } = await worked()
    const { backups, channels } = window(desk)
    const before = value(await channels['journal:open'](null))
    const preview = value(await backups.handlers['backup:open'](source(name)))
    const rename = desk.fs.rename.bind(desk.fs)
    desk.fs.rename = async (from, to) => {
      if (from !== join(DATA, 'journal')) return rename(from, to)
      desk.fs.rename = rename
      throw Object.assign(new Error(from), { code: 'EPERM' })
    }
    const done = await backups.handlers['backup:restore']({ opened: preview.opened })
    return { desk, backups, channels, before, done }
  }

  it('says so, has no journal to write into, and is finished and told by the next opening', async () => {
    const { desk, backups, channels, before, done } = await failed()
    expect(done).toMatchObject({ error: { code: 'backup.restore-unfinished' } })
    expect(backups.journals.current()).toBeNull()
    // The window that does not know yet is refused, not told 已保存.
    const late = await channels['journal:commit'](
      draft(before.station, before.clock[before.station] ?? 0, 'z'),
    )
    expect(late.ok).toBe(false)
    const opened = value(await channels['journal:open'](null))
    const [told] = opened.repairs
    expect(told).toMatchObject({ kind: 'restored', aside: expect.stringMatching(/^恢复前-/) })
    const aside = told?.kind === 'restored' ? told.aside : ''
    expect(desk.fs.folders.has(join(DATA, aside, 'journal'))).toBe(true)
    expect(value(await channels['journal:open'](null)).repairs.map(({ kind }) => kind)).not.toContain(
      'restored',
    )
  })

  it('what is typed after opening again is there at the next start', async () => {
    const { desk, channels } = await failed()
    const { station } = value(await channels['journal:open'](null))
    value(await channels['journal:commit'](draft(station, 0, 'c')))
    const next = await desk.start().journals.open()
    expect(await firmsIn(value(next))).toEqual(['a', 'c'])
  })

  it('is told even when the journal does not open at once', async () => {
    const { desk, backups } = await failed()
    let isAway = true
    const read = desk.fs.medium.open.bind(desk.fs.medium)
    desk.fs.medium.open = (path) => {
      if (isAway && path.includes('.jsonl')) throw Object.assign(new Error(path), { code: 'EIO' })
      return read(path)
    }
    expect((await backups.journals.open()).ok).toBe(false)
    isAway = false
    const opened = value(await backups.journals.open()).opened()
    expect(opened.repairs[0]).toMatchObject({ kind: 'restored' })
  })
})

describe('interrupted at every step', () => {
  it.each(['power', 'EIO', 'ENOSPC', 'EROFS', 'EACCES'])(
    '%s: the folder is the old one or the new one, whole, and no backup is lost',
    async (code) => {
      const trial = await worked()
      const start = trial.desk.fs.log.length
      value((await restored(trial.desk, trial.name)).done)
      const steps = trial.desk.fs.log.length - start
      let [old, fresh] = [0, 0]
      for (let nth = 1; nth <= steps; nth++) {
        const { desk, name } = await worked()
        const known = [...desk.fs.files].filter(([path]) => path.includes('/backups/'))
        // What was acknowledged is on the device; only then may a power cut be asked about it.
        desk.fs.medium.syncFolder(DATA)
        desk.fs.medium.syncFolder(join(DATA, 'journal'))
        desk.fs.fail({ nth, code, bytes: 20 })
        const end = await restored(desk, name).catch(() => null)
        // The window may still be typing: no journal takes it until one is opened again.
        const late = end?.done.ok === false && end.journal.ok ? end.journal.value : null
        const isSaved = late === null ? false : (await commit(late, [firm('late')])).ok
        if (isSaved) expect(end?.backups.journals.current(), `${code} at ${nth}`).not.toBeNull()
        if (code === 'power') desk.fs.medium.cutPower({ torn: 10, names: nth % 2 === 0 })
        desk.fs.medium.heal()
        const opened = await desk.start().journals.open()
        expect(opened.ok, `${code} at ${nth}`).toBe(true)
        const firms = await firmsIn(value(opened))
        const isOld = firms.includes('b')
        const typed = isSaved ? ['late'] : []
        expect(firms, `${code} at ${nth}`).toEqual(isOld ? ['a', 'b', ...typed] : ['a', ...typed])
        if (isOld) old += 1
        else fresh += 1
        for (const [path, bytes] of known) expect(desk.fs.files.get(path), `${code} at ${nth}`).toEqual(bytes)
        expect(desk.text(`outbox/${NEW_SENT}`), `${code} at ${nth}`).toBe('new sent')
        expect(desk.text('keys/new.pbz-key.json'), `${code} at ${nth}`).toBe('new key')
        if (!isOld) {
          const { chainOpen } = await new BackupMemories(desk.fs, '/user').ofFolder(DATA)
          expect(chainOpen, `${code} at ${nth}`).toBe(true)
          const safe = await safeCopies(desk)
          expect(safe, `${code} at ${nth}`).toBeGreaterThan(0)
        }
      }
      expect(Math.min(old, fresh)).toBeGreaterThan(3)
    },
  )
})

/** Good backups that hold both firms, or the folder itself moved aside: the state before the restore. */
async function safeCopies(desk: Desk): Promise<number> {
  let count = 0
  for (const [path, bytes] of desk.fs.files) {
    if (path.includes('/恢复前') && Buffer.from(bytes).includes('乙厂')) count += 1
    if (!path.endsWith('.pbz-backup')) continue
    const opened = await openBackupFile(bytes, path, { key: null, secret: null })
    const journal = opened.ok ? await proveContents(opened.value.contents, path) : opened
    if (journal.ok && (await firmsIn(journal.value)).length === 2) count += 1
  }
  return count
}
