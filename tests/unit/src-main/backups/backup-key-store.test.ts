import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { BackupKeyStore } from '#main/backups/backup-key-store.ts'
import { BackupMemories } from '#main/backups/backup-memory.ts'
import { recoveryGroups } from '#shared/backup/recovery-digits.ts'
import { FaultyFileSystem } from '#tests/support/faulty-file-system.ts'
import { value } from '../journal/journal-fixture.ts'
import { OFFICE, protection, REVIEWER } from './backup-fixture.ts'

function store() {
  const fs = new FaultyFileSystem('/', '/user')
  const memories = new BackupMemories(fs, '/user')
  return new BackupKeyStore({
    fs,
    userData: '/user',
    memories,
    randomBytes,
    hasSealedBackups: async () => false,
  })
}
/** The file of a PC whose key was set, and what its program finds the next time. */
async function storedKey() {
  const fs = new FaultyFileSystem('/', '/user')
  const started = () =>
    new BackupKeyStore({
      fs,
      userData: '/user',
      memories: new BackupMemories(fs, '/user'),
      randomBytes,
      hasSealedBackups: async () => false,
    })
  value(await started().protect({ office: OFFICE, reviewer: REVIEWER, current: null }))
  return { fs, started, bytes: () => Buffer.from(fs.files.get('/user/backup-key.json') ?? []) }
}
const office = { kind: 'office', passphrase: OFFICE } as const
const reviewer = { kind: 'reviewer', passphrase: REVIEWER } as const

it('proves whose secret it is, and nothing before one was set', async () => {
  const keys = store()
  expect(await keys.prove(office)).toEqual({ ok: false, error: { code: 'backup.not-protected' } })
  const { key } = value(await keys.protect({ office: OFFICE, reviewer: REVIEWER, current: null }))
  expect(await keys.prove(office)).toEqual({ ok: true, value: 'office' })
  expect(await keys.prove(reviewer)).toEqual({ ok: true, value: 'reviewer' })
  expect(await keys.prove({ kind: 'reviewer', passphrase: OFFICE })).toMatchObject({ ok: false })
  expect(await keys.prove({ kind: 'sheet', digits: recoveryGroups(key).join(' ') })).toEqual({
    ok: true,
    value: 'sheet',
  })
  const other = recoveryGroups(randomBytes(32)).join('')
  expect(await keys.prove({ kind: 'sheet', digits: other })).toMatchObject({
    error: { code: 'backup.wrong-secret' },
  })
})

it('a change needs a secret, and keeps the key: the 恢复单 stays good', async () => {
  const keys = store()
  const { key } = value(await keys.protect({ office: OFFICE, reviewer: null, current: null }))
  const changed = { office: '换过的另一句话二〇二二', reviewer: null }
  expect(await keys.protect({ ...changed, current: null })).toMatchObject({
    error: { code: 'backup.secret-needed' },
  })
  expect(await keys.protect({ ...changed, current: reviewer })).toMatchObject({ ok: false })
  const after = value(await keys.protect({ ...changed, current: office }))
  expect(Buffer.from(after.key)).toEqual(Buffer.from(key))
  expect(await keys.prove(office)).toMatchObject({ ok: false })
})

it('the office cannot put its own passphrase in place of that of the 审核人', async () => {
  const keys = store()
  const { key } = value(await keys.protect({ office: OFFICE, reviewer: REVIEWER, current: null }))
  const change = { office: null, reviewer: '办公室自己想出来的话二〇二二' }
  expect(await keys.protect({ ...change, current: office })).toMatchObject({
    error: { code: 'backup.wrong-secret' },
  })
  expect((await keys.protect({ ...change, current: reviewer })).ok).toBe(true)
  const sheet = { kind: 'sheet', digits: recoveryGroups(key).join('') } as const
  expect((await keys.protect({ office: null, reviewer: REVIEWER, current: sheet })).ok).toBe(true)
})

it('short passphrases are refused', async () => {
  expect(await store().protect({ office: '太短', reviewer: null, current: null })).toMatchObject({
    error: { code: 'key.passphrase-short' },
  })
})

it('the key of a restored backup is taken over on a fresh PC, never in place of an own one', async () => {
  const [fresh, used] = [store(), store()]
  const restored = await protection()
  value(await fresh.adopt(restored))
  expect(await fresh.prove(office)).toEqual({ ok: true, value: 'office' })
  const own = value(
    await used.protect({ office: '本机原有的另一句话二〇二二', reviewer: null, current: null }),
  )
  expect(Buffer.from(value(await used.adopt(restored)).key)).toEqual(Buffer.from(own.key))
})

it.each(['EBUSY', 'EIO', 'EACCES'])(
  '%s: a key that cannot be read now is not lost, and nothing takes its place',
  async (code) => {
    const { fs, started, bytes } = await storedKey()
    const before = bytes()
    const read = fs.read.bind(fs)
    fs.read = async (path) => {
      if (path === '/user/backup-key.json') throw Object.assign(new Error(path), { code })
      return read(path)
    }
    const keys = started()
    const refused = { ok: false, error: { code: 'backup.key-unreadable', detail: code } }
    expect(await keys.load()).toEqual(refused)
    expect(
      await keys.protect({ office: '别人想出来的一句话二〇二二', reviewer: null, current: null }),
    ).toEqual(refused)
    expect(await keys.adopt(await protection())).toEqual(refused)
    fs.read = read
    expect(bytes()).toEqual(before)
    expect(await started().prove(office)).toEqual({ ok: true, value: 'office' })
  },
)

it('a damaged key is kept beside the new one, each time', async () => {
  const { fs, started } = await storedKey()
  for (const [damage, aside] of [
    ['half a ke', 'backup-key.damaged-1.json'],
    ['{}', 'backup-key.damaged-2.json'],
  ] as const) {
    fs.files.set('/user/backup-key.json', Buffer.from(damage))
    expect(await started().load()).toMatchObject({ error: { code: 'backup.key-lost' } })
    value(await started().protect({ office: OFFICE, reviewer: null, current: null }))
    expect(Buffer.from(fs.files.get(`/user/${aside}`) ?? []).toString('utf8')).toBe(damage)
    expect((await started().load()).ok).toBe(true)
  }
})
