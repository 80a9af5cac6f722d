import { expect, it } from 'vitest'
import { bundleFolder } from '#main/bundles/bundle-folder.ts'
import { FaultyFileSystem } from '#tests/support/faulty-file-system.ts'

it('a power cut right after the first file leaves the folder and the file', async () => {
  const fs = new FaultyFileSystem('/', '/台账')
  expect((await bundleFolder(fs, '/台账/outbox', 1).write('a.pbz.json', Buffer.from('sent'))).ok).toBe(true)
  fs.medium.cutPower()
  expect(Buffer.from(fs.files.get('/台账/outbox/a.pbz.json') ?? []).toString('utf8')).toBe('sent')
})
