import { describe, expect, it } from 'vitest'
import type { CountingRules } from '#shared/pack/counting-rules.ts'
import type { Row } from '#shared/records/dictionary.ts'
import { base, firm, granted, listed, measured, owner, patent } from '#tests/support/county-builders.ts'
import type { PlainRows } from '#tests/support/plain-records.ts'

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

  it('inherited patents （吸收合并，分立） do not make the survivor a zero-breaker', () => {
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
    expect(zero(rows).reasons).toEqual(['首件授权公告日 2021-08-03 在1—9月，同年列入名单'])
  })

  it('granted in an earlier year, discovered now, is no 破零 of this year', () => {
    const rows = { ...base, patent: [granted, patent({ grantedOn: '2019-05-03', owners: owner('甲') })] }
    expect(zero(rows)).toEqual({
      value: 0,
      missing: 0,
      reasons: ['2019-05-03 已有发明专利授权，早于本年，不计破零'],
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
        reasons: ['列入前授权情况未查，列待核实'],
      })
    }
  })

  it('a baseline above 0 blocks 破零 even beside 从未', () => {
    const counts = (more: Partial<Row<'participation'>>) =>
      zero({ ...base, participation: [listed('甲', more)], patent: [granted] })
    expect(counts({ priorGrants: '曾有', priorGrantCount: 2 }).reasons).toEqual([
      '列入前已有发明专利授权（2 件），不计破零',
    ])
    expect(counts({ priorGrantCount: 1 }).value).toBe(0)
    expect(counts({ validPatents: 1 })).toEqual({
      value: 0,
      missing: 1,
      reasons: ['参与前有效发明专利 1 件，与列入前“从未”授权不符，列待核实'],
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
      '大型企业，不属于中小企业，不计破零',
    ])
  })

  it('a grant without 授权公告日 is pending', () => {
    expect(zero({ ...base, patent: [patent({ owners: owner('甲') })] })).toEqual({
      value: 0,
      missing: 1,
      reasons: ['有授权专利缺授权公告日'],
    })
  })

  it('a firm twice on the list counts once', () => {
    const participation = [listed('甲'), listed('甲', { id: 'again' })]
    expect(zero({ ...base, participation, patent: [granted] }).reasons).toEqual([
      '首件授权公告日 2021-08-03 在1—9月',
      '同一企业在本年名单中重复，只计一次',
    ])
  })

  it('is unknown, not 0, without a list or without any patent on record', () => {
    expect([zero({ enterprise: [firm('甲')], patent: [granted] }).value, zero(base).value]).toEqual([
      null,
      null,
    ])
  })
})
