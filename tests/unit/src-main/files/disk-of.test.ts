import { tmpdir } from 'node:os'
import { expect, it } from 'vitest'
import { nodeDiskOf } from '#main/files/disk-of.ts'

it('two folders of one disk are on the same one; a folder that is away tells nothing', async () => {
  const disk = await nodeDiskOf(import.meta.dirname)
  expect(disk).not.toBeNull()
  expect(await nodeDiskOf(`${import.meta.dirname}/..`)).toBe(disk)
  expect(await nodeDiskOf(`${tmpdir()}/no-such-folder-here`)).toBeNull()
})
