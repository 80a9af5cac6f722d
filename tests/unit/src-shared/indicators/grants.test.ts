import { describe, expect, it } from 'vitest'
import type { CountingRules } from '#shared/pack/counting-rules.ts'
import type { Row } from '#shared/records/dictionary.ts'
import { base, firm, granted, listed, measured, owner, patent } from '#tests/support/county-builders.ts'
import type { PlainRows } from '#tests/support/plain-records.ts'

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
    expect(grants([typed]).reasons).toEqual(['实用新型，不计入'])
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
      reasons: ['授权公告日 2021-08-03 在1—9月', '同一申请号重复登记，只计一件'],
    })
  })

  it('transferred patents do not count', () => {
    expect(grants([patent({ grantedOn: '2021-08-03', owners: owner('甲', '受让') })]).reasons).toEqual([
      '受让，不计入',
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
      '已获授权通知，待公告',
    ])
  })

  it('a date that does not decide the period is pending', () => {
    expect(grants([patent({ grantedOn: '2021', owners: owner('甲') })]).reasons).toEqual([
      '授权公告日 2021 不够具体，无法判断是否在1—9月',
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
    ).toEqual(['专利权人中没有名录内企业，不计入'])
  })

  it('a grant after the firm left the list does not count', () => {
    const participation = [listed('甲', { exitedOn: '2021-08-02' })]
    expect(grants([granted], { ...base, participation })).toEqual({
      value: 0,
      missing: 0,
      reasons: ['授权公告日 2021-08-03 在退出名单之后，不计入'],
    })
  })
})
