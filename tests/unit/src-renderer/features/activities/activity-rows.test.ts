import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { activityRows, activityRowsOf } from '#renderer/features/activities/activity-rows.ts'
import { participantLines, typedPeople } from '#renderer/features/activities/participant-lines.ts'
import { yearSummary } from '#renderer/features/activities/year-summary.ts'
import { createMemoryWorkspace } from '#renderer/workspace/memory-workspace.ts'
import type { WriteOperation } from '#shared/edits/edit.ts'
import { createRecord, setFields, voidRecord } from '#shared/edits/operations.ts'
import { builtInPack } from '#tests/support/built-in-pack.ts'
import { importedRecords } from '#tests/support/imported-records.ts'

const records = importedRecords(
  [
    createRecord('enterprise', 'a', { name: '甲公司' }),
    createRecord('enterprise', 'b', { name: '乙公司' }),
    createRecord('activity', 'training', {
      name: '专利培训',
      date: '2021-03-05',
      participants: {
        a: { name: '甲公司旧名', enterprise: 'a', people: 2 },
        b: { name: '乙公司', enterprise: 'b', people: 1 },
        '~外地公司': { name: '外地公司', people: 3 },
      },
    }),
    createRecord('activity', 'visit', { name: '走访', date: '2021-06', mode: '走访', firmCount: 4 }),
    createRecord('activity', 'undated', { name: '待定' }),
    createRecord('activity', 'before', { name: '去年', date: '2020-12-01' }),
    createRecord('plan', 'plan', {
      title: '方案',
      targets: { 'activity-sessions@2021': { indicator: 'activity-sessions', year: 2021, value: 1200 } },
    }),
  ],
  [voidRecord('enterprise', 'b', '重复')],
)

describe('the rows of a year', () => {
  test('are its activities, latest first, after those without a date, with 家数 and 人次', () => {
    const shown = activityRows(records, 2021).map(({ id, firms, people, firmNames }) => [
      id,
      firms,
      people,
      firmNames,
    ])
    expect(shown).toEqual([
      ['undated', null, null, ''],
      ['visit', 4, null, ''],
      ['training', 3, 6, '甲公司 乙公司 外地公司'],
    ])
  })

  test('stay the same objects while neither activity nor firm is edited', async () => {
    const workspace = createMemoryWorkspace({
      newId: randomUUID,
      now: () => new Date('2021-09-30T08:00:00Z'),
      author: () => '李某',
    })
    const commit = (op: WriteOperation) =>
      workspace.commit({ ops: [op], why: { kind: 'typed' }, title: '修改' })
    const firm = { a: { name: '甲公司', enterprise: 'a' } }
    await commit(createRecord('enterprise', 'a', { name: '甲公司' }))
    await commit(createRecord('activity', 'x', { name: '培训', date: '2021-03-05', participants: firm }))
    await commit(createRecord('activity', 'y', { name: '走访', date: '2021-03-04' }))
    const before = activityRows(workspace.records, 2021)
    await commit(setFields('activity', 'y', { name: '电话' }))
    const after = activityRows(workspace.records, 2021)
    await commit(setFields('enterprise', 'a', { name: '甲新公司' }))
    const renamed = activityRows(workspace.records, 2021)
    expect([after[0] === before[0], after[1]?.name, renamed[0]?.firmNames]).toEqual([
      true,
      '电话',
      '甲新公司',
    ])
  })

  test('asked for by id come from any year; unknown ids are left out', () => {
    expect(activityRowsOf(records, ['before', 'nobody', 'visit']).map(({ id }) => id)).toEqual([
      'visit',
      'before',
    ])
  })
})

test('服务对象 carry the name of today; 名录外 is who has no living record', () => {
  const [training] = records.of('activity')
  if (training === undefined) throw new Error('no activity')
  expect(participantLines(training, records).map(({ key, name, outside }) => [key, name, outside])).toEqual([
    ['a', '甲公司', false],
    ['b', '乙公司', true],
    ['~外地公司', '外地公司', true],
  ])
})

test('人数 is a whole number or nothing', () => {
  expect(['3', ' ３人 ', '', '三', '2.5', '-1'].map(typedPeople)).toEqual([
    { people: 3 },
    { people: 3 },
    {},
    null,
    null,
    null,
  ])
})

test('the line above the grid says the year by the indicators, with target and gaps', () => {
  expect(yearSummary(records, builtInPack(), 2021)).toEqual([
    {
      id: 'activity-sessions',
      title: '服务活动场次',
      unit: '场',
      value: '1',
      target: '1200',
      caveats: ['缺日期1场'],
    },
    { id: 'firm-visits', title: '服务家次', unit: '家次', value: '7', target: null, caveats: ['缺日期1场'] },
    {
      id: 'firms-served',
      title: '服务企业数（去重）',
      unit: '家',
      value: '3',
      target: null,
      caveats: ['未列名单1场', '缺日期1场'],
    },
    {
      id: 'activity-attendance',
      title: '服务人次',
      unit: '人次',
      value: '6',
      target: null,
      caveats: ['缺人次1场', '缺日期1场'],
    },
  ])
  expect(yearSummary(records, builtInPack(), 2022).map(({ value }) => value)).toEqual(['—', '—', '—', '—'])
})
