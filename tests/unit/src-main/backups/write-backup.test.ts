import { beforeAll, describe, expect, it } from 'vitest'
import { openBackupFile } from '#main/backups/backup-file.ts'
import type { BuiltBackup } from '#main/backups/build-backup.ts'
import { proveContents } from '#main/backups/prove-backup.ts'
import { type MeantBackup, writeBackup } from '#main/backups/write-backup.ts'
import { messageOf } from '#shared/errors/app-error.ts'
import { FaultyFileSystem } from '#tests/support/faulty-file-system.ts'
import { value } from '../journal/journal-fixture.ts'
import { built, meant, office, protection } from './backup-fixture.ts'

const FOLDER = '/stick'
let backup: BuiltBackup
let plain: MeantBackup

beforeAll(async () => {
  backup = await built((await office()).journal)
  plain = await meant(backup)
})

/** Names of files that a list would show, each opened and proved. */
async function shown(
  fs: FaultyFileSystem,
): Promise<readonly { readonly name: string; readonly good: boolean }[]> {
  const found: { name: string; good: boolean }[] = []
  for (const [path, bytes] of fs.files) {
    const name = path.slice(FOLDER.length + 1)
    if (!name.endsWith('.pbz-backup')) continue
    const opened = await openBackupFile(bytes, name, { key: null, secret: null })
    const proved = opened.ok ? await proveContents(opened.value.contents, name) : opened
    found.push({ name, good: proved.ok })
  }
  return found
}

describe('one backup', () => {
  it('lies under its own name, reopened and counted', async () => {
    const fs = new FaultyFileSystem('/', FOLDER)
    const good = value(await writeBackup(fs, FOLDER, plain))
    expect(good).toMatchObject({ count: 2, bytes: plain.bytes.length })
    expect(await shown(fs)).toEqual([{ name: good.name, good: true }])
    expect(fs.log.slice(-3)).toEqual(['syncFolder', 'size', 'read'])
  })

  it('an encrypted one too', async () => {
    const fs = new FaultyFileSystem('/', FOLDER)
    expect((await writeBackup(fs, FOLDER, await meant(backup, await protection()))).ok).toBe(true)
  })

  it('never takes the place of another one', async () => {
    const fs = new FaultyFileSystem('/', FOLDER)
    const [first, second] = [await writeBackup(fs, FOLDER, plain), await writeBackup(fs, FOLDER, plain)]
    expect(value(first).name).not.toBe(value(second).name)
    expect(fs.files.size).toBe(2)
  })

  it('whose content is not what was meant is removed and told', async () => {
    const fs = new FaultyFileSystem('/', FOLDER)
    const other = { ...plain, facts: { ...plain.facts, counts: { enterprise: 3 } } }
    expect(await writeBackup(fs, FOLDER, other)).toMatchObject({
      ok: false,
      error: { code: 'backup.not-proved' },
    })
    expect(fs.files.size).toBe(0)
  })

  it('that reads otherwise once it is in place is removed and told', async () => {
    const fs = new FaultyFileSystem('/', FOLDER)
    let reads = 0
    fs.corruptReads((bytes) => {
      reads += 1
      // The comparison before the rename may still be answered from a cache.
      return reads === 1 ? bytes : Buffer.concat([bytes.subarray(0, 40), bytes.subarray(41)])
    })
    const written = await writeBackup(fs, FOLDER, plain)
    expect(written).toMatchObject({ ok: false, error: { code: 'backup.not-proved' } })
    // One sentence, not one inside another.
    expect(written.ok ? '' : messageOf(written.error).title.match(/备份“/g)).toHaveLength(1)
    expect(fs.files.size).toBe(0)
  })
})

describe('faults at every step, with an earlier good backup in place', () => {
  async function withEarlier(): Promise<{ fs: FaultyFileSystem; earlier: string; steps: number }> {
    const fs = new FaultyFileSystem('/', FOLDER)
    const earlier = value(await writeBackup(fs, FOLDER, plain)).name
    fs.medium.syncFolder(FOLDER)
    const trial = new FaultyFileSystem('/', FOLDER)
    await writeBackup(trial, FOLDER, plain)
    return { fs, earlier, steps: trial.log.length }
  }

  it.each(['ENOSPC', 'EIO', 'EROFS', 'EACCES', 'power'])('%s', async (code) => {
    const { steps } = await withEarlier()
    expect(steps).toBeGreaterThan(8)
    for (let nth = 1; nth <= steps + 1; nth++) {
      const { fs, earlier } = await withEarlier()
      fs.fail({ nth, code, bytes: 100, stays: code !== 'power' })
      const written = await writeBackup(fs, FOLDER, plain).catch(() => null)
      if (code === 'power') fs.medium.cutPower({ torn: 50, names: nth % 2 === 0 })
      const files = await shown(fs)
      expect(files, `${code} at ${nth}`).toContainEqual({ name: earlier, good: true })
      expect(
        files.filter((file) => !file.good),
        `${code} at ${nth}`,
      ).toEqual([])
      if (written?.ok) expect(files).toContainEqual({ name: written.value.name, good: true })
    }
  })

  it('a power cut after it answered leaves it there', async () => {
    const { fs } = await withEarlier()
    const good = value(await writeBackup(fs, FOLDER, plain))
    fs.medium.cutPower()
    expect(await shown(fs)).toContainEqual({ name: good.name, good: true })
  })

  it('cut at every ninety-seventh byte of the file; every one is the turn of test:faults', async () => {
    for (let bytes = 0; bytes < plain.bytes.length; bytes += 97) {
      const { fs, earlier } = await withEarlier()
      fs.fail({ on: 'write', code: 'power', bytes })
      await writeBackup(fs, FOLDER, plain)
      fs.medium.cutPower({ torn: bytes, names: true })
      expect(await shown(fs)).toEqual([{ name: earlier, good: true }])
    }
  })

  it('the folder removed at any step is told and nothing is made anew', async () => {
    const { steps } = await withEarlier()
    for (let nth = 1; nth <= steps; nth++) {
      const { fs } = await withEarlier()
      fs.fail({ nth, code: 'gone', folder: FOLDER })
      expect((await writeBackup(fs, FOLDER, plain)).ok, `gone at ${nth}`).toBe(false)
      expect(fs.folders.has(FOLDER), `gone at ${nth}`).toBe(false)
      expect(fs.files.size, `gone at ${nth}`).toBe(0)
    }
  })
})
