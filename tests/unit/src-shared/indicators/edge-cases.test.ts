import { describe, expect, it } from 'vitest'
import { computeIndicators } from '#shared/indicators/compute-indicators.ts'
import type { Contribution } from '#shared/indicators/indicator.ts'
import { periodOf } from '#shared/indicators/report-period.ts'
import type { CountingRules } from '#shared/pack/counting-rules.ts'
import type { IndicatorId } from '#shared/pack/indicator-id.ts'
import type { Row } from '#shared/records/dictionary.ts'
import { builtInPack } from '#tests/support/built-in-pack.ts'
import { type PlainRows, plainRecords } from '#tests/support/plain-records.ts'

const pack = builtInPack()
const firm = (id: string, more: Partial<Row<'enterprise'>> = {}): Row<'enterprise'> => ({
  id,
  name: id,
  ...more,
})
const listed = (id: string, more: Partial<Row<'participation'>> = {}): Row<'participation'> => ({
  id: `list-${id}`,
  enterprise: id,
  year: 2021,
  priorGrants: '从未',
  ...more,
})
const owner = (enterprise: string, acquisition: '原始' | '共有' | '受让' | '承继' = '原始', order = 1) => ({
  [`${order}`]: { name: enterprise, enterprise, acquisition, order },
})
let serial = 0
const patent = (more: Partial<Row<'patent'>>): Row<'patent'> => {
  serial += 1
  return {
    id: `p${serial}`,
    applicationNo: `20191910${String(serial).padStart(4, '0')}`,
    kind: '发明',
    status: '授权',
    ...more,
  }
}

/** Value, pending and the first reason of one indicator's cumulative column, third quarter of 2021. */
function measured(
  id: IndicatorId,
  rows: PlainRows,
  rules: Partial<CountingRules> = {},
  span = 'cumulative' as 'cumulative' | 'quarter',
) {
  const changed = { ...pack, rules: { ...pack.rules, ...rules } }
  const result = computeIndicators(plainRecords(rows), changed, periodOf(2021, 3), {}).find(
    (entry) => entry.id === id,
  )
  if (result === undefined) throw new Error(`no indicator ${id}`)
  const { value, missing, contributions } = result[span]
  return { value, missing, reasons: contributions.map((entry: Contribution) => entry.reason) }
}

const base = { enterprise: [firm('甲')], participation: [listed('甲')] }
const granted = patent({ grantedOn: '2021-08-03', owners: owner('甲') })

describe('实现破零企业, edge cases of DOMAIN.md B', () => {
  const zero = (rows: PlainRows, rules: Partial<CountingRules> = {}) => measured('zero-breakers', rows, rules)

  it('counts the first grant by its 授权公告日', () => {
    expect(zero({ ...base, patent: [granted] })).toEqual({
      value: 1,
      missing: 0,
      reasons: ['首件授权公告日 2021-08-03 在1—9月'],
    })
  })

  it('counts a grant on the last day and not on the day after', () => {
    const on = (grantedOn: string) =>
      zero({ ...base, patent: [patent({ grantedOn, owners: owner('甲') })] }).value
    expect([on('2021-09-30'), on('2021-10-01')]).toEqual([1, 0])
  })

  it('transferred in from others is no 破零, unless the pack counts any acquisition', () => {
    const rows = { ...base, patent: [patent({ grantedOn: '2021-08-03', owners: owner('甲', '受让') })] }
    expect([zero(rows).value, zero(rows, { acquisition: 'any' }).value]).toEqual([0, 1])
  })

  it('inherited patents (吸收合并, 分立) do not make the survivor a zero-breaker', () => {
    expect(
      zero({ ...base, patent: [patent({ grantedOn: '2021-08-03', owners: owner('甲', '承继') })] }).value,
    ).toBe(0)
  })

  it('co-owned: each firm of ours breaks zero, the patent counts once', () => {
    const rows = {
      enterprise: [firm('甲'), firm('乙')],
      participation: [listed('甲'), listed('乙')],
      patent: [
        patent({ grantedOn: '2021-08-03', owners: { ...owner('甲', '共有'), ...owner('乙', '共有', 2) } }),
      ],
    }
    expect([zero(rows).value, measured('grants', rows).value]).toEqual([2, 1])
  })

  it('a wholly invalidated patent is as if it had never been', () => {
    expect(zero({ ...base, patent: [patent({ ...granted, status: '全部无效' })] })).toEqual({
      value: 0,
      missing: 0,
      reasons: ['尚无发明专利授权'],
    })
  })

  it('partly invalidated, lapsed or abandoned later: 破零 stands', () => {
    const statuses = ['部分无效', '终止', '放弃'] as const
    expect(statuses.map((status) => zero({ ...base, patent: [{ ...granted, status }] }).value)).toEqual([
      1, 1, 1,
    ])
  })

  it('granted before the firm was listed in the same year counts', () => {
    const rows = { ...base, participation: [listed('甲', { listedOn: '2021-09-01' })], patent: [granted] }
    expect(zero(rows).reasons).toEqual(['首件授权公告日 2021-08-03 在1—9月,同年列入名单'])
  })

  it('granted in an earlier year, discovered now, is no 破零 of this year', () => {
    const rows = { ...base, patent: [granted, patent({ grantedOn: '2019-05-03', owners: owner('甲') })] }
    expect(zero(rows)).toEqual({
      value: 0,
      missing: 0,
      reasons: ['2019-05-03 已有发明专利授权,早于本年,不计破零'],
    })
  })

  it('granted after the firm left the list does not count', () => {
    const rows = { ...base, participation: [listed('甲', { exitedOn: '2021-08-02' })], patent: [granted] }
    expect(zero(rows).reasons).toEqual(['首件授权公告日 2021-08-03 在退出名单之后'])
  })

  it('列入前授权情况 未查 or empty is pending, never 破零', () => {
    for (const priorGrants of ['未查', undefined] as const) {
      const { priorGrants: _, ...entry } = listed('甲')
      const participation = [priorGrants === undefined ? entry : { ...entry, priorGrants }]
      expect(zero({ ...base, participation, patent: [granted] })).toEqual({
        value: 0,
        missing: 1,
        reasons: ['列入前授权情况未查,列待核实'],
      })
    }
  })

  it('a baseline above 0 blocks 破零 even beside 从未', () => {
    const counts = (more: Partial<Row<'participation'>>) =>
      zero({ ...base, participation: [listed('甲', more)], patent: [granted] })
    expect(counts({ priorGrants: '曾有', priorGrantCount: 2 }).reasons).toEqual([
      '列入前已有发明专利授权(2 件),不计破零',
    ])
    expect(counts({ priorGrantCount: 1 }).value).toBe(0)
    expect(counts({ validPatents: 1 })).toEqual({
      value: 0,
      missing: 1,
      reasons: ['参与前有效发明专利 1 件,与列入前“从未”授权不符,列待核实'],
    })
  })

  it('under valid_now a firm whose patents had all lapsed at listing may break zero', () => {
    const rows = {
      ...base,
      participation: [listed('甲', { priorGrants: '曾有', priorGrantCount: 1, validPatents: 0 })],
      patent: [granted, patent({ grantedOn: '2015-05-03', status: '终止', owners: owner('甲') })],
    }
    expect([zero(rows).value, zero(rows, { zeroBasis: 'valid_now' }).value]).toEqual([0, 1])
  })

  it('a large firm is no SME', () => {
    expect(zero({ ...base, enterprise: [firm('甲', { size: '大型' })], patent: [granted] }).reasons).toEqual([
      '大型企业,不属于中小企业,不计破零',
    ])
  })

  it('a grant without 授权公告日 is pending', () => {
    expect(zero({ ...base, patent: [patent({ owners: owner('甲') })] })).toEqual({
      value: 0,
      missing: 1,
      reasons: ['有授权专利缺授权公告日,列待核实'],
    })
  })

  it('a firm twice on the list counts once', () => {
    const participation = [listed('甲'), listed('甲', { id: 'again' })]
    expect(zero({ ...base, participation, patent: [granted] }).reasons).toEqual([
      '首件授权公告日 2021-08-03 在1—9月',
      '同一企业在本年名单中重复,只计一次',
    ])
  })

  it('is unknown, not 0, without a list or without any patent on record', () => {
    expect([zero({ enterprise: [firm('甲')], patent: [granted] }).value, zero(base).value]).toEqual([
      null,
      null,
    ])
  })
})

describe('发明专利授权量, edge cases', () => {
  const grants = (
    patents: readonly Row<'patent'>[],
    rows: PlainRows = base,
    rules: Partial<CountingRules> = {},
  ) => measured('grants', { ...rows, patent: patents }, rules)

  it('utility models and designs do not count, whatever the typed kind says', () => {
    const typed = patent({
      applicationNo: '202021234567',
      kind: '发明',
      grantedOn: '2021-08-03',
      owners: owner('甲'),
    })
    expect(grants([typed]).reasons).toEqual(['实用新型,不计入'])
  })

  it('PCT applications in the national phase (digit 8) count', () => {
    const pct = patent({ applicationNo: '201580003807.3', grantedOn: '2021-08-03', owners: owner('甲') })
    expect(grants([pct]).value).toBe(1)
  })

  it('one application number written in two ways is one patent', () => {
    const other = patent({ applicationNo: 'ZL201911044411.X', grantedOn: '2021-08-03', owners: owner('甲') })
    const same = patent({ applicationNo: '201911044411.x', grantedOn: '2021-08-03', owners: owner('甲') })
    expect(grants([other, same])).toEqual({
      value: 1,
      missing: 0,
      reasons: ['授权公告日 2021-08-03 在1—9月', '同一申请号重复登记,只计一件'],
    })
  })

  it('transferred patents do not count', () => {
    expect(grants([patent({ grantedOn: '2021-08-03', owners: owner('甲', '受让') })]).reasons).toEqual([
      '受让,不计入',
    ])
  })

  it('a co-owning university or large firm does not spoil it', () => {
    const rows = { enterprise: [firm('甲'), firm('乙', { size: '大型' })], participation: [listed('甲')] }
    const owners = { ...owner('乙', '共有'), ...owner('甲', '共有', 2), 大学: { name: '大学', order: 3 } }
    expect(grants([patent({ grantedOn: '2021-08-03', owners })], rows).value).toBe(1)
  })

  it('a grant without 授权公告日 counts nowhere and is listed', () => {
    expect(grants([patent({ owners: owner('甲') })])).toEqual({
      value: 0,
      missing: 1,
      reasons: ['缺授权公告日'],
    })
  })

  it('授权通知 is not yet a grant', () => {
    expect(grants([patent({ status: '授权通知', owners: owner('甲') })]).reasons).toEqual([
      '已获授权通知,待公告',
    ])
  })

  it('a date that does not decide the period is pending', () => {
    expect(grants([patent({ grantedOn: '2021', owners: owner('甲') })]).reasons).toEqual([
      '授权公告日 2021 不够具体,无法判断是否在1—9月',
    ])
    expect(grants([patent({ grantedOn: '2021-09', owners: owner('甲') })]).value).toBe(1)
  })

  it('a firm off the list counts only in 全县口径', () => {
    const rows = { enterprise: [firm('甲')], participation: [listed('乙')] }
    expect([
      grants([granted], rows).value,
      grants([granted], rows, { grantScope: 'register' }).value,
    ]).toEqual([0, 1])
  })

  it('owners outside the register do not count', () => {
    expect(
      grants([patent({ grantedOn: '2021-08-03', owners: { 1: { name: '外县企业', order: 1 } } })]).reasons,
    ).toEqual(['专利权人中没有名录内企业,不计入'])
  })
})

describe('参与企业, edge cases', () => {
  const list = (participation: readonly Row<'participation'>[], enterprise = [firm('甲')]) =>
    measured('participants', { enterprise, participation })

  it('a firm that left the list stays counted for its year', () => {
    expect(list([listed('甲', { exitedOn: '2021-03-01', exitReason: '停产' })]).value).toBe(1)
  })

  it('摸底 and 拟报 do not count, 县级审定 and later do', () => {
    const states = ['摸底', '拟报', '县级审定', '市级确认', '在列', '年终结论'] as const
    expect(states.map((state) => list([listed('甲', { state })]).value)).toEqual([0, 0, 1, 1, 1, 1])
  })

  it('个体户, 合作社, 事业单位 and 分公司 are kept but not counted', () => {
    const bodies = [
      { code: '92430626MA00000000' },
      { code: '93430626MA00000000' },
      { code: '12430626MA00000000' },
      { name: '示例公司平江分公司' },
    ]
    expect(bodies.map((body) => list([listed('甲')], [firm('甲', body)]).value)).toEqual([0, 0, 0, 0])
  })

  it('a firm that outgrew SME size stays for the year', () => {
    expect(list([listed('甲')], [firm('甲', { size: '大型' })])).toEqual({
      value: 1,
      missing: 0,
      reasons: ['在 2021 年名单(未填列入日期,按年初列入),已超中小企业规模,当年仍计入'],
    })
  })

  it('listed after the cut-off does not count yet', () => {
    expect(list([listed('甲', { listedOn: '2021-10-01' })]).value).toBe(0)
  })

  it('a voided firm does not count', () => {
    expect(list([listed('甲')], []).reasons).toEqual(['企业记录不存在或已作废,不计入'])
  })
})

describe('企业数据, edge cases', () => {
  const figures = (id: string, more: Partial<Row<'figures'>>): Row<'figures'> => ({
    id,
    enterprise: '甲',
    year: 2021,
    period: '1-9月累计',
    ...more,
  })
  const rd = (rows: readonly Row<'figures'>[], span: 'cumulative' | 'quarter' = 'cumulative') =>
    measured('rd-spending', { ...base, figures: rows }, {}, span)
  const nine = figures('n', { rdExpense: 87.2 })
  const six = figures('s', { rdExpense: 45.73, period: '1-6月累计' })

  it('the quarter is this cumulative minus the previous one', () => {
    expect(rd([nine, six], 'quarter')).toEqual({
      value: 41.47,
      missing: 0,
      reasons: ['1-9月累计 87.2 万元 减 1-6月累计 45.73 万元'],
    })
  })

  it('a missing previous cumulative leaves the quarter unknown', () => {
    expect(rd([nine], 'quarter')).toEqual({
      value: null,
      missing: 1,
      reasons: ['缺1-6月累计数,得不出本季数'],
    })
  })

  it('nobody reported is unknown, a reported 0 is 0', () => {
    expect([rd([]).value, rd([figures('z', { rdExpense: 0 })]).value]).toEqual([null, 0])
  })

  it('年报 replaces 快报, 快报 replaces 预计', () => {
    const states = [
      figures('a', { rdExpense: 1, state: '预计' }),
      figures('b', { rdExpense: 2, state: '快报' }),
    ]
    expect([rd(states).value, rd([...states, figures('c', { rdExpense: 3, state: '年报' })]).value]).toEqual([
      2, 3,
    ])
  })

  it('two different figures of one standing are pending, equal ones are one', () => {
    expect(rd([nine, figures('x', { rdExpense: 90 })])).toEqual({
      value: null,
      missing: 1,
      reasons: ['1-9月累计有 2 条数据且不一致,待核实'],
    })
    expect(rd([nine, figures('x', { rdExpense: 87.2 })]).value).toBe(87.2)
  })

  it('研发投入强度 is a ratio of sums over firms with both figures', () => {
    const rows = {
      enterprise: ['甲', '乙', '丙', '丁'].map((id) => firm(id)),
      participation: ['甲', '乙', '丙', '丁'].map((id) => listed(id)),
      figures: [
        figures('a', { rdExpense: 10, revenue: 100 }),
        figures('b', { enterprise: '乙', rdExpense: 10, revenue: 300 }),
        figures('c', { enterprise: '丙', rdExpense: 99 }),
        figures('d', { enterprise: '丁', rdExpense: 99, revenue: 0 }),
      ],
    }
    const { value, missing } = measured('rd-intensity', rows)
    expect({ value, missing }).toEqual({ value: 5, missing: 1 })
  })
})

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

  it('培训, 对接, 讲座, 现场会 are sessions by name or category, 辅导 is not', () => {
    const names = ['创新培训', '产融对接', '专利讲座', '现场会', '专利辅导']
    expect(names.map((name) => all([activity('a', { name, firmCount: 3 })])[0])).toEqual([1, 1, 1, 1, 0])
    expect(all([activity('a', { name: '第一期', category: '人才培训', firmCount: 3 })])[0]).toBe(1)
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
      reasons: ['缺活动日期', '2021-08-03 在1—9月,计 1 场'],
    })
  })

  it('a year without activities on record is unknown, not 0', () => {
    expect(all([activity('a', { date: '2020-08-03', name: '培训' })])).toEqual([null, null, null, null])
  })
})
