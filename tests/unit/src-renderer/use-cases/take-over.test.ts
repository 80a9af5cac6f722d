import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Authorisation, takeOver } from '#renderer/use-cases/take-over.ts'
import { createMemoryWorkspace } from '#renderer/workspace/memory-workspace.ts'
import { createRecord } from '#shared/edits/operations.ts'
import { PROFILE_ID } from '#shared/records/profile.ts'

async function office(preparer: string | null) {
  const workspace = createMemoryWorkspace({
    newId: randomUUID,
    now: () => new Date('2021-10-08T01:00:00.000Z'),
    author: () => workspace.records.get('profile', PROFILE_ID)?.preparer ?? '首次设置',
  })
  const named = preparer === null ? {} : { preparer }
  const ops = [createRecord('profile', PROFILE_ID, { unit: 'YY-430626', ...named })]
  await workspace.commit({ ops, why: { kind: 'typed' }, title: '首次设置' })
  return workspace
}

test.each<[Authorisation, string]>([
  [{ by: 'reviewer' }, '接任：示例丁接替示例丙（审核人口令授权）'],
  [{ by: 'office' }, '接任：示例丁接替示例丙（办公室口令授权）'],
  [{ by: 'sheet' }, '接任：示例丁接替示例丙（恢复单授权）'],
  [{ by: 'person', name: '示例乙' }, '接任：示例丁接替示例丙（示例乙当面同意，未核验口令）'],
])('接任 %j is one edit in the name of the successor that says what allowed it', async (by, title) => {
  const workspace = await office('示例丙')
  await takeOver(workspace, '示例丁', by)
  expect(workspace.records.get('profile', PROFILE_ID)?.preparer).toBe('示例丁')
  expect(workspace.log()[0]).toMatchObject({ title, by: '示例丁' })
})

test('where there was no 填报人 nobody gives way; 撤销 brings the leaver back', async () => {
  const empty = await office(null)
  await takeOver(empty, '示例丁', { by: 'sheet' })
  expect(empty.log()[0]?.title).toBe('接任：示例丁（恢复单授权）')
  const workspace = await office('示例丙')
  await takeOver(workspace, '示例丁', { by: 'sheet' })
  await workspace.undo()
  expect(workspace.records.get('profile', PROFILE_ID)?.preparer).toBe('示例丙')
})
