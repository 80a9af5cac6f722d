import { expect, test } from 'vitest'
import { FaultyFileSystem } from '#tests/support/faulty-file-system.ts'
import { MemoryFolder } from '#tests/support/faulty-journal-files.ts'
import { FaultyMedium } from '#tests/support/faulty-medium.ts'

const BYTES = new TextEncoder().encode('0123456789')

test('a power cut drops bytes that were not synced and names whose folder was not', async () => {
  const files = new MemoryFolder()
  const kept = await files.create('kept')
  await kept.append(BYTES)
  await kept.sync()
  await files.syncFolder()
  await kept.append(BYTES)
  const nameless = await files.create('nameless')
  await nameless.append(BYTES)
  await nameless.sync()
  files.cutPower()
  expect([files.names(), files.bytes('kept')]).toEqual([['kept'], BYTES])
})

test('a power cut may also leave some of it: a part of the bytes, the names', async () => {
  const files = new MemoryFolder()
  await (await files.create('new')).append(BYTES)
  files.cutPower({ torn: 3, names: true })
  expect(files.text('new')).toBe('012')
})

test('a rename or removal that was not synced is undone by a power cut, also of a folder', async () => {
  const fs = new FaultyFileSystem('/stick')
  fs.files.set('/stick/old', BYTES)
  await fs.makeFolder('/stick/.tmp')
  const file = await fs.createNew('/stick/.tmp/a')
  await file.write(BYTES)
  await file.sync()
  await fs.syncFolder('/stick/.tmp')
  await fs.rename('/stick/.tmp', '/stick/2021Q3')
  await fs.remove('/stick/old')
  const cut = fs.medium
  await fs.syncFolder('/stick')
  await fs.rename('/stick/2021Q3', '/stick/other')
  cut.cutPower()
  expect([...fs.files.keys()]).toEqual(['/stick/2021Q3/a'])
})

test('a fault strikes at the operation it names and, when it stays, ever after', async () => {
  const files = new MemoryFolder()
  const file = await files.create('a')
  files.medium.fail({ on: 'append', nth: 2, code: 'ENOSPC', bytes: 4, stays: true })
  await file.append(BYTES)
  await expect(file.append(BYTES)).rejects.toMatchObject({ code: 'ENOSPC' })
  await expect(file.append(BYTES)).rejects.toMatchObject({ code: 'ENOSPC' })
  expect(files.text('a')).toBe('01234567890123')
  files.medium.fail({ nth: 2, code: 'EIO' })
  await file.sync()
  await expect(file.sync()).rejects.toMatchObject({ code: 'EIO' })
  await file.sync()
})

test('after a power cut nothing works until the machine is on again', async () => {
  const fs = new FaultyFileSystem('/stick')
  fs.fail({ nth: 2, code: 'power' })
  const file = await fs.createNew('/stick/a')
  await expect(file.write(BYTES)).rejects.toMatchObject({ code: 'power' })
  await expect(fs.read('/stick/a')).rejects.toMatchObject({ code: 'power' })
  fs.medium.cutPower()
  expect([...fs.files.keys()]).toEqual([])
})

test('a folder deleted under an open file: its names are gone, the file goes on to nowhere', async () => {
  const files = new MemoryFolder()
  const file = await files.create('a')
  files.medium.fail({ on: 'append', code: 'gone', folder: files.folder })
  await file.append(BYTES)
  await file.sync()
  expect(await files.list()).toEqual([])
  await expect(files.read('a')).rejects.toMatchObject({ code: 'ENOENT' })
})

test('a copy shares nothing with the medium it was made of', () => {
  const medium = new FaultyMedium()
  medium.putFolder('/a')
  medium.put('/a/b', BYTES)
  const copy = medium.copy()
  medium.erase('/a')
  expect(copy.open('/a/b').bytes()).toEqual(BYTES)
})
