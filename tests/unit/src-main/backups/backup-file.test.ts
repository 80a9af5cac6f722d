import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { type BackupKey, backupBytes, openBackupFile } from '#main/backups/backup-file.ts'
import { BACKUP_README } from '#main/backups/backup-readme.ts'
import { type BuiltBackup, sha256 } from '#main/backups/build-backup.ts'
import { unpackBackup } from '#main/backups/open-backup.ts'
import { proveContents } from '#main/backups/prove-backup.ts'
import { recoveryGroups } from '#shared/backup/recovery-digits.ts'
import { commit, firm, value } from '../journal/journal-fixture.ts'
import { built, KEY_FILE, OFFICE, office, protection, REVIEWER, SENT } from './backup-fixture.ts'

const NAME = 'a.pbz-backup'
const none = { key: null, secret: null }
let backup: BuiltBackup
let key: BackupKey

beforeAll(async () => {
  backup = await built((await office()).journal)
  key = await protection()
})

describe('a plain backup', () => {
  it('is a zip that any program opens: README in both languages, backup.json, journal, 发件箱, keys', () => {
    const files = unzipSync(backup.zip)
    expect(Object.keys(files)).toEqual([
      'README.txt',
      'backup.json',
      'journal/journal-000001.jsonl',
      SENT.name,
      KEY_FILE.name,
    ])
    const readme = strFromU8(files['README.txt'] ?? new Uint8Array())
    expect(readme).toBe(BACKUP_README)
    // Every mark a line or a header may carry, and what a count means.
    for (const word of ['"original"', '"compacts"', '"migration"', '作废的也算', 'voided ones too'])
      expect(readme).toContain(word)
    for (const word of ['日志怎么读', 'Reading the journal', 'scrypt', 'A256GCM', '恢复单'])
      expect(readme).toContain(word)
    expect(JSON.parse(strFromU8(files['backup.json'] ?? new Uint8Array()))).toEqual(backup.facts)
  })

  it('says how many edits and records it holds', () => {
    expect(backup.facts).toMatchObject({
      format: 'pbz-backup-1',
      unit: 'YY-430626',
      head: { count: 2 },
      counts: { profile: 1, enterprise: 2 },
      reason: 'manual',
    })
  })

  it('opens again, and its journal proves itself', async () => {
    const { contents } = value(await openBackupFile(backup.zip, NAME, none))
    expect(Buffer.from(contents.kept.outbox.get(SENT.name.slice(7)) ?? [])).toEqual(SENT.bytes)
    const journal = value(await proveContents(contents, NAME))
    expect(journal.opened().head).toEqual(backup.facts.head)
  })

  it('holds nothing that was committed after the snapshot', async () => {
    const { journal } = await office()
    const snapshot = value(await journal.snapshot())
    value(await commit(journal, [firm('c')]))
    expect((await built(journal)).facts.head.count).toBe(3)
    expect(snapshot.head.count).toBe(2)
  })
})

/** The backup with its files changed as someone outside could. */
function forged(change: (files: Record<string, Uint8Array>) => void): Uint8Array {
  const files = unzipSync(backup.zip)
  change(files)
  return zipSync(files, { mtime: '2021-10-08' })
}

describe('a zip from outside is hostile', () => {
  const factsIn = (files: Record<string, Uint8Array>) =>
    JSON.parse(strFromU8(files['backup.json'] ?? strToU8('{}')))

  it.each([
    '../evil',
    'journal/../../evil',
    '/etc/passwd',
    'journal\\evil',
    'keys/.hidden',
    'keys/a/b',
    'other.txt',
  ])('a file named %s makes it refused', (name) => {
    const zip = forged((files) => {
      files[name] = strToU8('x')
      const facts = factsIn(files)
      facts.files.push({ name, bytes: 1, sha256: sha256(strToU8('x')) })
      files['backup.json'] = strToU8(JSON.stringify(facts))
    })
    expect(unpackBackup(zip, NAME)).toMatchObject({ ok: false, error: { code: 'backup.damaged' } })
  })

  it('a file more or less than backup.json says is seen', () => {
    const more = forged((files) => {
      files['keys/other.pbz-key.json'] = strToU8('x')
    })
    const less = forged((files) => {
      delete files[SENT.name]
    })
    for (const zip of [more, less]) expect(unpackBackup(zip, NAME)).toMatchObject({ ok: false })
  })

  it('a file that is not listed is seen, even when another is listed twice', () => {
    const zip = forged((files) => {
      const facts = factsIn(files)
      facts.files[2] = facts.files[1]
      delete files[KEY_FILE.name]
      files['evil.txt'] = strToU8('x')
      files['backup.json'] = strToU8(JSON.stringify(facts))
    })
    expect(unpackBackup(zip, NAME)).toMatchObject({ ok: false, error: { where: '含有不认识的文件' } })
  })

  it('every changed byte of a file is seen', () => {
    const zip = forged((files) => {
      files[SENT.name] = strToU8('{"sent":2}')
    })
    expect(unpackBackup(zip, NAME)).toEqual({
      ok: false,
      error: { code: 'backup.damaged', fileName: NAME, where: SENT.name },
    })
  })

  it('a journal whose chain is broken is no backup, even when the digests were made to fit', async () => {
    const zip = forged((files) => {
      const name = 'journal/journal-000001.jsonl'
      const text = strFromU8(files[name] ?? new Uint8Array()).replace('甲厂', '丙厂')
      const facts = factsIn(files)
      facts.files[0] = { name, bytes: strToU8(text).length, sha256: sha256(strToU8(text)) }
      files[name] = strToU8(text)
      files['backup.json'] = strToU8(JSON.stringify(facts))
    })
    const proved = await proveContents(value(unpackBackup(zip, NAME)), NAME)
    expect(proved).toMatchObject({ ok: false, error: { code: 'backup.damaged' } })
  })

  it.each([
    ['edits', { head: { count: 1, hash: 'a'.repeat(64) } }],
    ['records', { counts: { profile: 1, enterprise: 3 } }],
    ['the unit', { unit: 'YY-430681' }],
  ])('%s other than backup.json says are no backup', async (_, lie) => {
    const zip = forged((files) => {
      files['backup.json'] = strToU8(JSON.stringify({ ...factsIn(files), ...lie }))
    })
    expect(await proveContents(value(unpackBackup(zip, NAME)), NAME)).toMatchObject({ ok: false })
  })

  it('a newer format, another zip and another file are told apart', () => {
    const newer = forged((files) => {
      files['backup.json'] = strToU8(JSON.stringify({ ...factsIn(files), format: 'pbz-backup-2' }))
    })
    const code = (bytes: Uint8Array) => {
      const read = unpackBackup(bytes, NAME)
      return read.ok ? 'read' : read.error.code
    }
    expect(code(newer)).toBe('backup.newer')
    expect(code(zipSync({ 'a.txt': strToU8('x') }))).toBe('backup.not-a-backup')
    expect(code(strToU8('hello'))).toBe('backup.not-a-backup')
    expect(code(backup.zip.subarray(0, backup.zip.length / 2))).toBe('backup.damaged')
  })

  it('a zip that unpacks to far too much is refused before it is unpacked', () => {
    const zip = Buffer.from(backup.zip)
    const directory = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    zip.writeUInt32LE(0xf0000000, directory + 24)
    expect(unpackBackup(zip, NAME)).toMatchObject({ ok: false, error: { where: '内容过大' } })
  })
})

describe('an encrypted backup', () => {
  it('shows who, when and how many, and nothing of the content', async () => {
    const bytes = await backupBytes(backup, key)
    const [first = '', second = ''] = Buffer.from(bytes).toString('utf8').split('\n')
    expect(JSON.parse(first)).toMatchObject({
      format: 'pbz-backup-1',
      encrypted: 'A256GCM',
      head: { count: 2 },
    })
    expect(first).not.toContain('enterprise')
    expect(second.split('.')).toHaveLength(5)
  })

  it('opens with either passphrase, the 恢复单, and the key at hand', async () => {
    const bytes = await backupBytes(backup, key)
    const digits = recoveryGroups(key.key).join(' ')
    for (const secret of [
      { kind: 'office', passphrase: OFFICE },
      { kind: 'reviewer', passphrase: REVIEWER },
      { kind: 'sheet', digits },
    ] as const) {
      const { contents, protection: under } = value(await openBackupFile(bytes, NAME, { key: null, secret }))
      expect(contents.facts).toEqual(backup.facts)
      expect(Buffer.from(under?.key ?? [])).toEqual(key.key)
    }
    expect((await openBackupFile(bytes, NAME, { key: key.key, secret: null })).ok).toBe(true)
  })

  it('asks for a secret, and says what is wrong with one', async () => {
    const bytes = await backupBytes(backup, key)
    const codeWith = async (secret: Parameters<typeof openBackupFile>[2]['secret']) => {
      const opened = await openBackupFile(bytes, NAME, { key: null, secret })
      return opened.ok ? 'opened' : opened.error.code
    }
    expect(await codeWith(null)).toBe('backup.secret-needed')
    expect(await codeWith({ kind: 'office', passphrase: REVIEWER })).toBe('backup.wrong-secret')
    const [first = '', ...rest] = recoveryGroups(key.key)
    const slip = `${(Number(first[0]) + 1) % 10}${first.slice(1)}`
    const opened = await openBackupFile(bytes, NAME, {
      key: null,
      secret: { kind: 'sheet', digits: [slip, ...rest].join('') },
    })
    expect(opened).toEqual({ ok: false, error: { code: 'backup.sheet-digits', places: '第 1 行第 1 组' } })
    expect(await codeWith({ kind: 'sheet', digits: recoveryGroups(new Uint8Array(32)).join('') })).toBe(
      'backup.wrong-secret',
    )
  })

  it('no byte of it can be changed unseen', async () => {
    const bytes = await backupBytes(backup, key)
    const line = bytes.indexOf(0x0a)
    for (const at of [20, line - 40, line + 30, Math.floor((line + bytes.length) / 2), bytes.length - 5]) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect((await openBackupFile(changed, NAME, { key: key.key, secret: null })).ok, String(at)).toBe(false)
    }
  })
})
