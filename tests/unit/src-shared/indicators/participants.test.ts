import { describe, expect, it } from 'vitest'
import type { Row } from '#shared/records/dictionary.ts'
import { firm, listed, measured } from '#tests/support/county-builders.ts'

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

  it('an entry without a state is not yet approved', () => {
    expect(list([{ id: 'l', enterprise: '甲', year: 2021 }])).toMatchObject({
      value: 0,
      reasons: ['名单状态未填，未到县级审定，不计入'],
    })
  })

  it('个体户，合作社，事业单位 and 分公司 are kept but not counted', () => {
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
      reasons: ['在 2021 年名单（未填列入日期，按年初列入），已超中小企业规模，当年仍计入'],
    })
  })

  it('listed after the cut-off does not count yet', () => {
    expect(list([listed('甲', { listedOn: '2021-10-01' })]).value).toBe(0)
  })

  it('a voided firm does not count', () => {
    expect(list([listed('甲')], []).reasons).toEqual(['企业记录不存在或已作废，不计入'])
  })
})
