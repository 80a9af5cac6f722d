import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { writeFileAtomically, writeFolderAtomically } from '#main/files/atomic-write.ts'
import { nodeFileSystem } from '#main/files/file-system.ts'
import { FaultyFileSystem } from '#tests/support/faulty-file-system.ts'
import type { Operation } from '#tests/support/faulty-medium.ts'

const OLD = new TextEncoder().encode('old report')
const NEW = new TextEncoder().encode('new report, somewhat longer')
const TARGET = '/stick/report.pbz.json'

describe('one file', () => {
  test('a written file replaces the older one and leaves nothing else', async () => {
    const fs = new FaultyFileSystem('/stick')
    fs.files.set(TARGET, OLD)
    expect(await writeFileAtomically(fs, TARGET, NEW)).toEqual({ ok: true, value: undefined })
    expect([...fs.files]).toEqual([[TARGET, NEW]])
  })

  test('bytes are on the medium and read back before the old file is touched, the folder afterwards', async () => {
    const fs = new FaultyFileSystem('/stick')
    await writeFileAtomically(fs, TARGET, NEW)
    expect(fs.log).toEqual(['createNew', 'write', 'sync', 'close', 'read', 'rename', 'syncFolder'])
  })

  test.each<[Operation, string, object]>([
    ['createNew', 'EROFS', { code: 'file.read-only', folder: 'stick' }],
    ['createNew', 'EACCES', { code: 'file.read-only', folder: 'stick' }],
    ['createNew', 'ENOENT', { code: 'file.vanished', folder: 'stick' }],
    ['write', 'ENOSPC', { code: 'file.disk-full', folder: 'stick' }],
    ['write', 'EIO', { code: 'file.vanished', folder: 'stick' }],
    ['sync', 'ENOSPC', { code: 'file.disk-full', folder: 'stick' }],
    ['close', 'EDQUOT', { code: 'file.disk-full', folder: 'stick' }],
    ['read', 'ENOENT', { code: 'file.vanished', folder: 'stick' }],
    ['rename', 'EBUSY', { code: 'file.in-use', fileName: 'report.pbz.json' }],
    ['rename', 'EMFILE', { code: 'file.unwritable', fileName: 'report.pbz.json', detail: 'EMFILE' }],
  ])('a fault in %s (%s) keeps the old file, removes the half one and says so', async (at, code, error) => {
    const fs = new FaultyFileSystem('/stick')
    fs.files.set(TARGET, OLD)
    fs.failAt(at, code)
    expect(await writeFileAtomically(fs, TARGET, NEW)).toEqual({ ok: false, error })
    expect([...fs.files]).toEqual([[TARGET, OLD]])
  })

  test.each([
    ['missing', 'E:', { code: 'file.folder-missing', folder: 'stick' }],
    ['a file', '/stick', { code: 'file.not-a-folder', folder: 'stick' }],
  ])('a folder that is %s from the start has not vanished half way', async (_, there, error) => {
    const fs = new FaultyFileSystem()
    if (there === '/stick') fs.files.set(there, OLD)
    fs.failAt('createNew', 'ENOENT')
    expect(await writeFileAtomically(fs, TARGET, NEW)).toEqual({ ok: false, error })
    fs.failAt('makeFolder', 'ENOENT')
    expect(await writeFolderAtomically(fs, '/stick/报送材料', [])).toEqual({ ok: false, error })
  })

  test('a stick pulled after the rename is reported, since nobody knows whether the rename was kept', async () => {
    const fs = new FaultyFileSystem('/stick')
    fs.failAt('syncFolder', 'EIO')
    const error = { code: 'file.vanished', folder: 'stick' }
    expect(await writeFileAtomically(fs, TARGET, NEW)).toEqual({ ok: false, error })
  })

  test.each([
    ['one bit flipped', (bytes: Uint8Array) => bytes.map((byte, at) => (at === 3 ? byte ^ 1 : byte))],
    ['cut short', (bytes: Uint8Array) => bytes.slice(0, -1)],
    ['grown', (bytes: Uint8Array) => new Uint8Array([...bytes, 0])],
  ])('bytes read back %s never become the file', async (_what, corrupt) => {
    const fs = new FaultyFileSystem('/stick')
    fs.files.set(TARGET, OLD)
    fs.corruptReads(corrupt)
    const error = { code: 'file.read-back-differs', fileName: 'report.pbz.json' }
    expect(await writeFileAtomically(fs, TARGET, NEW)).toEqual({ ok: false, error })
    expect([...fs.files]).toEqual([[TARGET, OLD]])
  })

  test('a medium that vanishes for good still gives a sentence instead of an exception', async () => {
    const fs = new FaultyFileSystem('/stick')
    fs.failAt('write', 'EIO')
    fs.remove = () => Promise.reject(new Error('gone'))
    const error = { code: 'file.vanished', folder: 'stick' }
    expect(await writeFileAtomically(fs, TARGET, NEW)).toEqual({ ok: false, error })
  })
})

describe('a folder of files', () => {
  const FILES = [
    { name: 'report.pbz.json', bytes: NEW },
    { name: '交接单.xlsx', bytes: OLD },
  ]

  test('appears whole under its name', async () => {
    const fs = new FaultyFileSystem('/stick')
    expect(await writeFolderAtomically(fs, '/stick/2021Q3', FILES)).toEqual({ ok: true, value: undefined })
    expect(new Map(fs.files)).toEqual(
      new Map([
        [`/stick/2021Q3${sep}report.pbz.json`, NEW],
        [`/stick/2021Q3${sep}交接单.xlsx`, OLD],
      ]),
    )
    expect([...fs.folders]).toEqual(['/stick', '/stick/2021Q3'])
  })

  test.each<[Operation, string, number, string]>([
    ['makeFolder', 'EROFS', 1, 'file.read-only'],
    ['write', 'ENOSPC', 2, 'file.disk-full'],
    ['createNew', 'ENOENT', 2, 'file.vanished'],
    ['read', 'EIO', 2, 'file.vanished'],
    ['syncFolder', 'EIO', 1, 'file.vanished'],
    ['rename', 'EPERM', 1, 'file.read-only'],
  ])('a fault in %s (%s, call %i) leaves no file and no folder', async (at, code, nth, expected) => {
    const fs = new FaultyFileSystem('/stick')
    fs.failAt(at, code, nth)
    const error = { code: expected, folder: 'stick' }
    expect(await writeFolderAtomically(fs, '/stick/2021Q3', FILES)).toEqual({ ok: false, error })
    expect([...fs.files]).toEqual([])
    expect([...fs.folders]).toEqual(['/stick'])
  })

  test('a folder of that name is never replaced or mixed with', async () => {
    const fs = new FaultyFileSystem('/stick', '/stick/2021Q3')
    const error = { code: 'file.already-exists', folder: '2021Q3' }
    expect(await writeFolderAtomically(fs, '/stick/2021Q3', FILES)).toEqual({ ok: false, error })
    expect([...fs.files]).toEqual([])
  })

  test('a name that could leave the folder is a bug of the caller', async () => {
    const fs = new FaultyFileSystem('/stick')
    const files = [{ name: '../outside.json', bytes: NEW }]
    await expect(writeFolderAtomically(fs, '/stick/2021Q3', files)).rejects.toThrow('unsafe file name')
    expect(fs.log).toEqual([])
  })
})

describe('on a real disk', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pbz-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  test('a file and a folder are written whole with no temporary name left', async () => {
    await writeFileAtomically(nodeFileSystem, join(folder, 'a.json'), OLD)
    await writeFileAtomically(nodeFileSystem, join(folder, 'a.json'), NEW)
    await writeFolderAtomically(nodeFileSystem, join(folder, 'out'), [{ name: 'b.json', bytes: OLD }])
    expect((await readdir(folder, { recursive: true })).sort()).toEqual([
      'a.json',
      'out',
      join('out', 'b.json'),
    ])
    expect(new Uint8Array(await readFile(join(folder, 'a.json')))).toEqual(NEW)
  })

  test('a folder that is not there gives a sentence', async () => {
    const written = await writeFileAtomically(nodeFileSystem, join(folder, 'no', 'a.json'), NEW)
    expect(written).toEqual({ ok: false, error: { code: 'file.folder-missing', folder: 'no' } })
  })
})
