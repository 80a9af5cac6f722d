import { beforeEach, describe, expect, test } from 'vitest'
import { voidedActivities } from '#renderer/features/activities/activity-rows.ts'
import {
  addActivity,
  addParticipants,
  changeActivity,
  changeParticipant,
  restoreActivities,
  voidActivities,
} from '#renderer/use-cases/activity-edits.ts'
import { noteActivity } from '#renderer/use-cases/note-activity.ts'
import { createMemoryWorkspace } from '#renderer/workspace/memory-workspace.ts'
import type { Workspace } from '#renderer/workspace/workspace.ts'
import { createRecord } from '#shared/edits/operations.ts'
import { PROFILE_ID } from '#shared/records/profile.ts'

let workspace: Workspace
let last = 0
const newId = () => `id-${++last}`

beforeEach(async () => {
  last = 0
  let commits = 0
  workspace = createMemoryWorkspace({
    newId: () => `00000000-0000-4000-8000-${String(++commits).padStart(12, '0')}`,
    now: () => new Date('2021-09-30T08:00:00Z'),
    author: () => '李某',
  })
  await workspace.commit({
    ops: [createRecord('profile', PROFILE_ID, { unit: 'YY-430626', fullName: '某局', preparer: '李某' })],
    why: { kind: 'typed' },
    title: '首次设置',
  })
})

function activity(id: string) {
  const found = workspace.records.get('activity', id)
  if (found === undefined) throw new Error(`no activity ${id}`)
  return found
}

describe('记一笔', () => {
  test('becomes a held activity with its firms, recorded by the 填报人', async () => {
    await noteActivity(workspace, newId, {
      firms: [
        { name: '甲公司', enterprise: 'firm-a' },
        { name: '外地公司', enterprise: null },
      ],
      sentence: '上门了解研发情况',
      category: null,
      mode: '走访',
      date: '2021-09-30',
      followUpOn: '2021-10-15',
    })
    expect(workspace.records.of('activity')).toEqual([
      {
        id: 'id-1',
        date: '2021-09-30',
        name: '上门了解研发情况',
        mode: '走访',
        state: '已开展',
        participants: {
          'firm-a': { name: '甲公司', enterprise: 'firm-a' },
          '~外地公司': { name: '外地公司' },
        },
        followUpOn: '2021-10-15',
        recorder: '李某',
      },
    ])
    expect(workspace.canUndo()?.title).toBe('记一笔：甲公司等 2 家')
  })
})

describe('an activity', () => {
  test('is added, named, given firms and 人数, and a firm is taken out again', async () => {
    await addActivity(workspace, 'x', '2021-03-05')
    await changeActivity(workspace, activity('x'), 'name', '专利培训')
    const firms = [
      { name: '甲公司', enterprise: 'firm-a' },
      { name: '乙公司', enterprise: 'firm-b' },
    ]
    await addParticipants(workspace, activity('x'), firms, 'pasted')
    await changeParticipant(workspace, activity('x'), 'firm-a', {
      name: '甲公司',
      enterprise: 'firm-a',
      people: 3,
    })
    await changeParticipant(workspace, activity('x'), 'firm-b', null)
    expect(activity('x')).toEqual({
      id: 'x',
      date: '2021-03-05',
      name: '专利培训',
      state: '已开展',
      recorder: '李某',
      participants: { 'firm-a': { name: '甲公司', enterprise: 'firm-a', people: 3 } },
    })
    expect(workspace.canUndo()?.title).toBe('专利培训 移出服务对象 乙公司')
  })

  test('keeps the 人数 of a firm that is pasted a second time, and writes no empty edit', async () => {
    await addActivity(workspace, 'x', '2021-03-05')
    await addParticipants(workspace, activity('x'), [{ name: '甲公司', enterprise: 'a' }], 'typed')
    await changeParticipant(workspace, activity('x'), 'a', { name: '甲公司', enterprise: 'a', people: 2 })
    const before = workspace.revision
    await addParticipants(workspace, activity('x'), [{ name: '甲公司', enterprise: 'a' }], 'pasted')
    expect([workspace.revision, activity('x').participants]).toEqual([
      before,
      { a: { name: '甲公司', enterprise: 'a', people: 2 } },
    ])
  })

  test('is 作废 together with others in one edit that 撤销 takes back', async () => {
    await addActivity(workspace, 'x', '2021-03-05')
    await addActivity(workspace, 'y', null)
    await voidActivities(workspace, [activity('x'), activity('y')], '重复登记')
    expect(workspace.records.of('activity')).toEqual([])
    expect(workspace.canUndo()?.title).toBe('作废 2 条服务活动')
    await workspace.undo()
    expect(workspace.records.of('activity').map(({ id }) => id)).toEqual(['x', 'y'])
  })

  test('is listed while 作废, in its year or without a date, and restored', async () => {
    await addActivity(workspace, 'x', '2021-03-05')
    await addActivity(workspace, 'y', null)
    await addActivity(workspace, 'z', '2020-03-05')
    await voidActivities(workspace, [activity('x'), activity('y'), activity('z')], '重复登记')
    const voided = voidedActivities(workspace.records, 2021)
    expect(voided.map(({ id, voidedFor }) => [id, voidedFor])).toEqual([
      ['y', '重复登记'],
      ['x', '重复登记'],
    ])
    await restoreActivities(workspace, voided)
    expect(workspace.canUndo()?.title).toBe('恢复 2 条服务活动')
    expect(workspace.records.of('activity').map(({ id }) => id)).toEqual(['x', 'y'])
    expect(voidedActivities(workspace.records, 2021)).toEqual([])
  })
})
