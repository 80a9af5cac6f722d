import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sampleCountyHandlers } from '#main/app/sample-county.ts'
import { nodeFileSystem } from '#main/files/file-system.ts'
import { FileTokens } from '#main/files/file-tokens.ts'
import { contract } from '#shared/ipc/contract.ts'

const SHIPPED = join(import.meta.dirname, '../../../../assets/sample-county')

test('the four workbooks come as tokens, firms first, and no path leaves the main process', async () => {
  const handlers = sampleCountyHandlers({
    fs: nodeFileSystem,
    tokens: new FileTokens(randomBytes),
    sampleFolder: SHIPPED,
  })
  const reply = await handlers['sample:workbooks'](null)
  if (!reply.ok) throw new Error(JSON.stringify(reply.error))
  expect(contract['sample:workbooks'].reply.parse(reply.value)).toEqual(reply.value)
  expect(reply.value.map(({ subject, file }) => [subject, file.name, file.size > 1000])).toEqual([
    ['enterprises', 'enterprises-clean-120.xlsx', true],
    ['patents', 'patents-2021.xlsx', true],
    ['figures', 'figures-2021Q3.xlsx', true],
    ['activities', 'service-log-2021.xlsx', true],
  ])
  expect(JSON.stringify(reply.value)).not.toContain('/')
})

test('a missing workbook is a sentence, not a half county', async () => {
  const handlers = sampleCountyHandlers({
    fs: nodeFileSystem,
    tokens: new FileTokens(randomBytes),
    sampleFolder: join(SHIPPED, 'nowhere'),
  })
  expect(await handlers['sample:workbooks'](null)).toEqual({
    ok: false,
    error: { code: 'file.not-found', fileName: 'enterprises-clean-120.xlsx' },
  })
})
