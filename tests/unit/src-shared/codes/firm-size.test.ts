import { describe, expect, it } from 'vitest'
import { computedSize } from '#shared/codes/firm-size.ts'

const firm = { id: 'a', industryCode: 'C38', employees: 400 }
const figures = (over: object) => ({ id: 'f', enterprise: 'a', year: 2020, period: '年度' as const, ...over })

describe('企业规模, 系统测算', () => {
  it('takes the latest whole year, of which 年度 goes before 1-12月累计', () => {
    expect(
      computedSize(firm, [
        figures({ year: 2019, revenue: 50_000 }),
        figures({ year: 2020, period: '1-12月累计', revenue: 100 }),
        figures({ year: 2020, revenue: 3000 }),
        figures({ year: 2021, period: '1-9月累计', revenue: 10 }),
        figures({ year: 2021, enterprise: 'b', revenue: 10 }),
      ]),
    ).toEqual({ size: '中型', year: 2020 })
  })

  it('takes 从业人员 of that year before those of the register, and the industry by name without a code', () => {
    expect(computedSize(firm, [figures({ revenue: 3000, employees: 30 })]).size).toBe('小型')
    const named = { id: 'a', industry: '电气机械和器材制造业', employees: 5 }
    expect(computedSize(named, [figures({ revenue: 3000 })]).size).toBe('微型')
  })

  it('says 无法判定 where something is missing, never a smaller size', () => {
    expect(computedSize(firm, [])).toEqual({ size: '无法判定', year: null })
    expect(computedSize({ id: 'a', employees: 5 }, [figures({ revenue: 1 })])).toEqual({
      size: '无法判定',
      year: 2020,
    })
  })
})
