import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openAuthoredWorkspace } from '#renderer/workspace/open-authored-workspace.ts'
import { createRecord, setFields } from '#shared/edits/operations.ts'
import { PROFILE_ID } from '#shared/records/profile.ts'
import { value } from '../../src-main/journal/journal-fixture.ts'
import { DeskPc } from './desktop-fixture.ts'

test('edits carry the 填报人 of the moment, and 首次设置 before there is one', async () => {
  const pc = new DeskPc()
  const workspace = value(
    await openAuthoredWorkspace({
      desktop: pc.desktop(),
      database: pc.database(),
      newId: randomUUID,
      now: () => new Date('2021-09-30T08:00:00.000Z'),
    }),
  )
  const profile = { unit: 'YY-430626', fullName: '某局', preparer: '李某' }
  const authors: string[] = []
  for (const op of [
    createRecord('profile', PROFILE_ID, profile),
    setFields('profile', PROFILE_ID, { preparer: '王某' }),
    setFields('profile', PROFILE_ID, { office: '中小企业股' }),
  ]) {
    authors.push(value(await workspace.commit({ ops: [op], why: { kind: 'typed' }, title: '修改' })).by)
  }
  expect(authors).toEqual(['首次设置', '李某', '王某'])
})
