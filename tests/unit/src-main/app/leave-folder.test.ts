import { expect, test } from 'vitest'
import { leaveFolder } from '#main/app/leave-folder.ts'
import { currentJournal } from '#main/journal/current-journal.ts'
import { Pc, value } from '../journal/journal-fixture.ts'

test('the journal is closed before anything else, then a backup under way is waited for', async () => {
  const pc = new Pc()
  const journals = currentJournal(() => pc.open())
  value(await journals.open())
  const seen: boolean[] = []
  const comeBack = await leaveFolder(journals, async () => void seen.push(journals.current() === null))()
  expect([seen, journals.current()]).toEqual([[true], null])
  await comeBack()
  expect(journals.current()?.opened().head.count).toBe(0)
})

test('a folder whose journal was not open is not opened on coming back', async () => {
  const journals = currentJournal(() => new Pc().open())
  await (await leaveFolder(journals, async () => undefined)())()
  expect(journals.current()).toBe(null)
})
