import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
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

test('what grows between the measuring and the reading is not read beyond what was measured', async () => {
  const path = join(root, 'a.bin')
  await writeFile(path, Buffer.alloc(100, 1))
  const fs = { ...nodeFileSystem, size: async () => 10, read: async () => Buffer.alloc(5 * 1024 * 1024) }
  const read = await readFileWithin(fs, path, 1)
  expect(read.ok && read.value.bytes.length).toBe(100)
  await writeFile(path, Buffer.alloc(1024 * 1024 + 1))
  expect(await readFileWithin(fs, path, 1)).toMatchObject({ error: { code: 'file.too-large', limit: 1 } })
})

test.runIf(process.platform === 'linux')('a pipe nobody writes to is not waited for', async () => {
  const path = join(root, 'pipe')
  execFileSync('mkfifo', [path])
  expect((await readFileWithin(nodeFileSystem, path, 1)).ok).toBe(false)
})
