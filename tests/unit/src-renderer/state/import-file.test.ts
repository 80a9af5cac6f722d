import { expect, test } from 'vitest'
import { useImportFile } from '#renderer/state/import-file.ts'
import { FileToken } from '#shared/ipc/channel.ts'

test('an offered file is taken once, and a later offer replaces an earlier one', () => {
  const file = (name: string) => ({ token: FileToken.parse('a'.repeat(20)), name, size: 1 })
  const { offer, take } = useImportFile.getState()
  offer('patents', file('一.xlsx'))
  offer('enterprises', file('二.xlsx'))
  expect([take(), take()]).toEqual([{ subject: 'enterprises', file: file('二.xlsx') }, null])
})
