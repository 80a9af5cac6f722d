import { randomBytes } from 'node:crypto'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { dataFolderHandlers } from '#main/app/data-folder-handlers.ts'
import { loadSettings } from '#main/app/settings.ts'
import { FileTokens } from '#main/files/file-tokens.ts'
import { FileToken } from '#shared/ipc/channel.ts'
import { FaultyFileSystem } from '#tests/support/faulty-file-system.ts'

const USER_DATA = resolve('/home/clerk/.config/desk')
const DATA = resolve('/mnt/d/台账')
const SETTINGS = join(USER_DATA, 'settings.json')

async function given(stored?: string) {
  const fs = new FaultyFileSystem(USER_DATA, DATA)
  if (stored !== undefined) fs.files.set(SETTINGS, new TextEncoder().encode(stored))
  const tokens = new FileTokens(randomBytes)
  const settings = await loadSettings(fs, USER_DATA)
  /** Which folder was in use when it was left and taken up again. */
  const log: string[] = []
  const handlers = dataFolderHandlers({
    fs,
    tokens,
    settings,
    freeBytes: async () => 150.5 * 1024 * 1024,
    leaveFolder: async () => {
      log.push(`left ${settings.dataFolder()}`)
      return async () => void log.push(`back in ${settings.dataFolder()}`)
    },
  })
  return { fs, tokens, settings, handlers, log }
}

test.each([
  ['no settings', undefined],
  ['damaged settings', '{"dataFolder":'],
  ['a relative folder', '{"dataFolder":"../elsewhere"}'],
  ['an unknown member', '{"dataFolder":"/mnt/d","admin":true}'],
])('with %s the data folder is the default place', async (_what, stored) => {
  const { settings, handlers } = await given(stored)
  expect([settings.dataFolder(), settings.isDataFolderChosen()]).toEqual([join(USER_DATA, 'data'), false])
  expect(await handlers['data-folder:current'](null)).toEqual({
    ok: true,
    value: { folder: { token: expect.any(String), name: 'data', size: 0 }, chosen: false },
  })
})

test('a chosen folder is proven writable, remembered, used at once and after a restart', async () => {
  const { fs, tokens, settings, handlers, log } = await given()
  const token = tokens.issue({ kind: 'folder', path: DATA })
  expect(await handlers['data-folder:choose']({ token })).toEqual({ ok: true, value: null })
  expect(log).toEqual([`left ${join(USER_DATA, 'data')}`])
  expect([...fs.files.keys()]).toEqual([SETTINGS])
  const restarted = await loadSettings(fs, USER_DATA)
  const folders = [settings.dataFolder(), restarted.dataFolder(), restarted.isDataFolderChosen()]
  expect(folders).toEqual([DATA, DATA, true])
})

test('a folder that cannot be written is not taken', async () => {
  const { fs, tokens, settings, handlers, log } = await given()
  fs.failAt('createNew', 'EROFS')
  const token = tokens.issue({ kind: 'folder', path: DATA })
  const error = { code: 'file.read-only', folder: '台账' }
  expect(await handlers['data-folder:choose']({ token })).toEqual({ ok: false, error })
  expect([settings.isDataFolderChosen(), fs.files.size]).toEqual([false, 0])
  expect(log).toEqual([])
})

test('settings that cannot be remembered do not take effect', async () => {
  const { fs, tokens, settings, handlers, log } = await given()
  fs.failAt('createNew', 'ENOSPC', 2)
  const token = tokens.issue({ kind: 'folder', path: DATA })
  const error = { code: 'file.disk-full', folder: 'desk' }
  expect(await handlers['data-folder:choose']({ token })).toEqual({ ok: false, error })
  expect(settings.isDataFolderChosen()).toBe(false)
  const before = join(USER_DATA, 'data')
  expect(log).toEqual([`left ${before}`, `back in ${before}`])
})

test('a file or an unknown token is no data folder', async () => {
  const { tokens, handlers } = await given()
  const file = tokens.issue({ kind: 'file', path: '/mnt/d/a.xlsx' })
  const refused = { ok: false, error: { code: 'file.token-unknown' } }
  expect(await handlers['data-folder:choose']({ token: file })).toEqual(refused)
  expect(await handlers['data-folder:choose']({ token: FileToken.parse('A'.repeat(32)) })).toEqual(refused)
})

test('the room left on the disk of the data folder is told by the folder name', async () => {
  const { handlers } = await given()
  expect(await handlers['data-folder:room'](null)).toEqual({
    ok: true,
    value: { folder: 'data', room: 'low', megabytes: 150 },
  })
})
