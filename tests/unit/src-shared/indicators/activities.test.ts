import { describe, expect, it } from 'vitest'
import type { Row } from '#shared/records/dictionary.ts'
import { firm, measured } from '#tests/support/county-builders.ts'

describe('服务活动, edge cases', () => {
  const activity = (id: string, more: Partial<Row<'activity'>>): Row<'activity'> => ({
    id,
    date: '2021-08-03',
    ...more,
  })
  const all = (activities: readonly Row<'activity'>[]) => {
    const rows = { enterprise: [firm('甲'), firm('乙')], activity: activities }
    const ids = ['activity-sessions', 'firm-visits', 'firms-served', 'activity-attendance'] as const
    return ids.map((id) => measured(id, rows).value)
  }
  const served = (...ids: readonly string[]) =>
    Object.fromEntries(
      ids.map((id) => [id, { name: id, ...(id === '外厂' ? {} : { enterprise: id }), people: 2 }]),
    )

  it('培训，对接，讲座，现场会 are sessions by name or category, 辅导 is not', () => {
    const names = ['创新培训', '产融对接', '专利讲座', '现场会', '专利辅导']
    expect(names.map((name) => all([activity('a', { name, firmCount: 3 })])[0])).toEqual([1, 1, 1, 1, 0])
    expect(all([activity('a', { name: '第一期', category: '人才培训', firmCount: 3 })])[0]).toBe(1)
  })

  it('a visit in the name is none, and what was chosen decides before the words', () => {
    const session = (more: Partial<Row<'activity'>>) => all([activity('a', { firmCount: 1, ...more })])[0]
    expect([session({ name: '走访对接示例公司' }), session({ name: '未开展培训的企业摸排' })]).toEqual([0, 0])
    expect(session({ name: '知识产权沙龙' })).toBe(1)
    expect(session({ name: '专利辅导', countsAsSession: true })).toBe(1)
    expect(session({ name: '创新培训', countsAsSession: false })).toBe(0)
    expect(session({ name: '上门培训', mode: '走访', countsAsSession: true })).toBe(1)
  })

  it('走访 and 电话 count as 家次 only', () => {
    expect(
      all([activity('a', { name: '培训回访', mode: '电话', participants: served('甲'), headcount: 1 })]),
    ).toEqual([0, 1, 1, 1])
  })

  it('adds 家次 and 人次 up but counts each firm once, 名录外企业 too', () => {
    const activities = [
      activity('a', { name: '培训', participants: served('甲', '乙', '外厂'), headcount: 9 }),
      activity('b', { name: '培训', participants: served('甲', '外厂') }),
    ]
    expect(all(activities)).toEqual([2, 5, 3, 13])
  })

  it('a firm of ours is one firm, whether an activity has it by id or by its name alone', () => {
    const byName = { x: { name: '甲 ' }, y: { name: '外厂' } }
    const activities = [
      activity('a', { name: '培训', participants: byName, headcount: 2 }),
      activity('b', { name: '培训', participants: served('甲'), headcount: 2 }),
    ]
    expect(all(activities)).toEqual([2, 3, 2, 4])
  })

  it('a list of names wins over 参加企业数', () => {
    expect(
      all([activity('a', { name: '培训', participants: served('甲'), firmCount: 40, headcount: 1 })])[1],
    ).toBe(1)
  })

  it('planned and undated activities do not count', () => {
    expect(all([activity('a', { name: '培训', state: '计划', firmCount: 3, headcount: 3 })])).toEqual([
      0, 0, 0, 0,
    ])
    const { date: _, ...undated } = activity('b', { name: '培训', firmCount: 3 })
    const rows = { activity: [undated, activity('c', { name: '讲座' })] }
    expect(measured('activity-sessions', rows)).toEqual({
      value: 1,
      missing: 1,
      reasons: ['缺活动日期', '2021-08-03 在1—9月，计 1 场'],
    })
  })

  it('家次，企业数 and 人次 that nobody has recorded are unknown, not 0; the session itself is known', () => {
    expect(all([activity('a', { name: '培训' })])).toEqual([1, null, null, null])
    expect(all([activity('a', { name: '培训' }), activity('b', { name: '讲座', firmCount: 3 })])).toEqual([
      2,
      3,
      null,
      null,
    ])
  })

  it('a year without activities on record is unknown, not 0', () => {
    expect(all([activity('a', { date: '2020-08-03', name: '培训' })])).toEqual([null, null, null, null])
  })
})
