import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { nodeFileSystem } from '#main/files/file-system.ts'
import { FileTokens } from '#main/files/file-tokens.ts'
import { saveToken } from '#main/files/save-file.ts'
import { err, ok } from '#shared/result.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pbz-save-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function desk(chosen: string | null) {
  const tokens = new FileTokens(randomBytes)
  return { tokens, deps: { fs: nodeFileSystem, tokens, showSaveDialog: async () => chosen } }
}

test('bytes, and the bytes of a kept file, are saved where the user says', async () => {
  const target = join(folder, '副本.pbz.json')
  const { tokens, deps } = desk(target)
  const kept = join(folder, 'kept.json')
  writeFileSync(kept, '{"a":1}')
  const sources = [
    tokens.issue({ kind: 'bytes', name: 'a.pdf', bytes: new TextEncoder().encode('%PDF') }),
    tokens.issue({ kind: 'file', path: kept }),
  ]
  const written: string[] = []
  for (const source of sources) {
    const saved = await saveToken(deps, source, '副本.pbz.json')
    written.push(`${saved.ok && saved.value?.name} ${readFileSync(target, 'utf8')}`)
  }
  expect(written).toEqual(['副本.pbz.json %PDF', '副本.pbz.json {"a":1}'])
})

test('a closed dialog writes nothing, a folder cannot be saved', async () => {
  const { tokens, deps } = desk(null)
  const bytes = tokens.issue({ kind: 'bytes', name: 'a.pdf', bytes: new Uint8Array(1) })
  expect(await saveToken(deps, bytes, 'a.pdf')).toEqual(ok(null))
  const place = tokens.issue({ kind: 'folder', path: folder })
  expect(await saveToken(deps, place, 'a.pdf')).toEqual(err({ code: 'file.token-unknown' }))
})
