import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bundleFolder } from '#main/bundles/bundle-folder.ts'
import { Outbox } from '#main/bundles/outbox.ts'
import { nodeFileSystem } from '#main/files/file-system.ts'
import { countersigned, mustBeOk, signedReport } from '#tests/support/bundle-vectors.ts'

let folder = ''
let outbox: Outbox
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pbz-outbox-'))
  outbox = new Outbox(bundleFolder(nodeFileSystem, folder, 10))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function onceAndTwiceSigned() {
  const once = await signedReport()
  return { once, twice: await countersigned(once), path: join(folder, `${once.identity}.pbz.json`) }
}

test('a file with more signatures replaces the one it was made from', async () => {
  const { once, twice, path } = await onceAndTwiceSigned()
  expect(mustBeOk(await outbox.keep(once))).toMatchObject({ path, signatures: 1 })
  expect(mustBeOk(await outbox.keep(twice))).toMatchObject({ path, signatures: 2 })
  expect(readFileSync(path)).toEqual(Buffer.from(twice.bytes))
  expect(readdirSync(folder)).toEqual([`${once.identity}.pbz.json`])
})

test('a file with fewer signatures never replaces one with more: the kept one is the answer', async () => {
  const { once, twice, path } = await onceAndTwiceSigned()
  mustBeOk(await outbox.keep(twice))
  const kept = mustBeOk(await outbox.keep(once))
  expect([kept.signatures, Buffer.from(kept.bytes)]).toEqual([2, Buffer.from(twice.bytes)])
  expect(readFileSync(path)).toEqual(Buffer.from(twice.bytes))
})

test('what lies under the name and cannot be read is replaced', async () => {
  const { once, path } = await onceAndTwiceSigned()
  writeFileSync(path, '半截文件')
  expect(mustBeOk(await outbox.keep(once)).signatures).toBe(1)
  expect(readFileSync(path)).toEqual(Buffer.from(once.bytes))
})
