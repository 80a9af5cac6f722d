import { describe, expect, it } from 'vitest'
import { fileBytes } from '#renderer/platform/file-bytes.ts'

const refusing = (name: string) => ({
  name: '企业名单.xlsx',
  arrayBuffer: () => Promise.reject(new DOMException('refused', name)),
})

describe('fileBytes', () => {
  it('gives the bytes of a file', async () => {
    const file = { name: 'a.csv', arrayBuffer: async () => Uint8Array.of(1, 2, 3).buffer }
    expect(await fileBytes(file)).toEqual({ ok: true, value: Uint8Array.of(1, 2, 3) })
  })

  it('tells of a stick that was pulled after the file was chosen', async () => {
    expect(await fileBytes(refusing('NotFoundError'))).toEqual({
      ok: false,
      error: { code: 'file.not-found', fileName: '企业名单.xlsx' },
    })
  })

  it('tells of a file that may not be read', async () => {
    expect(await fileBytes(refusing('NotReadableError'))).toEqual({
      ok: false,
      error: {
        code: 'file.unreadable',
        fileName: '企业名单.xlsx',
        detail: '没有权限，或选择以后有改动',
      },
    })
  })
})
