import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { fileHandlers, type OpenDialog } from '#main/files/file-handlers.ts'
import { FileTokens } from '#main/files/file-tokens.ts'
import { readToken } from '#main/files/read-file.ts'
import { keepBytes, saveToken } from '#main/files/save-file.ts'
import { FileToken } from '#shared/ipc/channel.ts'
import { FaultyFileSystem } from '#tests/support/faulty-file-system.ts'

const BYTES = new Uint8Array([1, 2, 3])

function given(answer: readonly string[] | null = null) {
  const fs = new FaultyFileSystem('/work', '/stick')
  const tokens = new FileTokens(randomBytes)
  const dialogs: OpenDialog[] = []
  const revealed: string[] = []
  const handlers = fileHandlers({
    fs,
    tokens,
    showOpenDialog: async (dialog) => {
      dialogs.push(dialog)
      return answer
    },
    revealInFolder: (path) => revealed.push(path),
  })
  return { fs, tokens, dialogs, revealed, handlers }
}

test('picked files reach the page as name, size and token, never as a path', async () => {
  const { fs, tokens, handlers, dialogs } = given(['/stick/台账.xlsx'])
  fs.files.set('/stick/台账.xlsx', BYTES)
  const reply = await handlers['files:pick']({ purpose: 'workbook', multiple: true })
  expect(reply).toEqual({ ok: true, value: [{ token: expect.any(String), name: '台账.xlsx', size: 3 }] })
  expect(JSON.stringify(reply)).not.toContain('/work')
  expect(dialogs).toEqual([
    {
      title: '选择工作簿',
      kind: 'file',
      multiple: true,
      filters: [
        { name: '工作簿', extensions: ['xlsx', 'xls', 'et', 'csv'] },
        { name: '所有文件', extensions: ['*'] },
      ],
    },
  ])
  const token = reply.ok ? reply.value?.[0]?.token : undefined
  expect(token && (await readToken(fs, tokens, token, 1))).toEqual({
    ok: true,
    value: { name: '台账.xlsx', bytes: BYTES },
  })
})

test('a cancelled dialog is null, not an error', async () => {
  const { handlers } = given(null)
  expect(await handlers['files:pick']({ purpose: 'key', multiple: false })).toEqual({ ok: true, value: null })
  expect(await handlers['files:pick-folder']({ purpose: 'data' })).toEqual({ ok: true, value: null })
})

test('a picked file that has gone is named', async () => {
  const { handlers } = given(['/stick/gone.xlsx'])
  const error = { code: 'file.not-found', fileName: 'gone.xlsx' }
  expect(await handlers['files:pick']({ purpose: 'workbook', multiple: false })).toEqual({ ok: false, error })
})

test('dropped bytes are kept under a cleaned name', async () => {
  const { fs, tokens, handlers } = given()
  const reply = await handlers['files:receive']({ name: '..\\..\\台账?.xlsx', bytes: BYTES })
  expect(reply).toEqual({ ok: true, value: { token: expect.any(String), name: '台账_.xlsx', size: 3 } })
  const token = reply.ok ? reply.value.token : FileToken.parse('A'.repeat(32))
  const read = await readToken(fs, tokens, token, 1)
  expect(read).toEqual({ ok: true, value: { name: '台账_.xlsx', bytes: BYTES } })
})

test('a dropped file over 64 MB is refused with its size', async () => {
  const { handlers } = given()
  const bytes = new Uint8Array(64 * 1024 * 1024 + 1)
  const error = { code: 'file.too-large', fileName: 'a.xlsx', megabytes: 64.1, limit: 64 }
  expect(await handlers['files:receive']({ name: 'a.xlsx', bytes })).toEqual({ ok: false, error })
})

test('a file over the limit is refused before a byte of it is read', async () => {
  const { fs, tokens } = given()
  fs.files.set('/stick/big.xlsx', new Uint8Array(2 * 1024 * 1024))
  const token = tokens.issue({ kind: 'file', path: '/stick/big.xlsx' })
  const error = { code: 'file.too-large', fileName: 'big.xlsx', megabytes: 2, limit: 1 }
  expect(await readToken(fs, tokens, token, 1)).toEqual({ ok: false, error })
  expect(fs.log).toEqual(['size'])
})

test('only what we know as a path can be shown in the file manager', async () => {
  const { tokens, handlers, revealed } = given()
  const token = tokens.issue({ kind: 'folder', path: '/stick/out' })
  expect(await handlers['files:reveal']({ token })).toEqual({ ok: true, value: null })
  const unknown = await handlers['files:reveal']({ token: FileToken.parse('B'.repeat(32)) })
  expect(unknown).toEqual({ ok: false, error: { code: 'file.token-unknown' } })
  expect(revealed).toEqual(['/stick/out'])
})

test('kept bytes are saved whole where the clerk says, or not at all', async () => {
  const { fs, tokens } = given()
  const kept = keepBytes(tokens, '表1.pdf', BYTES)
  const suggested: string[] = []
  const showSaveDialog = async (name: string) => {
    suggested.push(name)
    return suggested.length === 1 ? null : '/stick/表1.pdf'
  }
  const deps = { fs, tokens, showSaveDialog }
  expect(await saveToken(deps, kept.token, '表1.pdf')).toEqual({ ok: true, value: null })
  expect([...fs.files]).toEqual([])
  const saved = await saveToken(deps, kept.token, '表1.pdf')
  expect(saved).toEqual({ ok: true, value: { token: expect.any(String), name: '表1.pdf', size: 3 } })
  expect([...fs.files]).toEqual([['/stick/表1.pdf', BYTES]])
})
