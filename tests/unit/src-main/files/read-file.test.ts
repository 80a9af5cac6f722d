import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { nodeFileSystem } from '#main/files/file-system.ts'
import { readFileWithin } from '#main/files/read-file.ts'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'read-'))
})
afterEach(() => rm(root, { recursive: true }))

test('a link to a device, which has no size and may have no end, is not read', async () => {
  const path = join(root, '名单.xlsx')
  await symlink('/dev/null', path)
  expect((await readFileWithin(nodeFileSystem, path, 1)).ok).toBe(false)
})

test('a folder is told as such', async () => {
  expect(await readFileWithin(nodeFileSystem, root, 1)).toMatchObject({
    ok: false,
    error: { code: 'file.is-a-folder' },
  })
})
