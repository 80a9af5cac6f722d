import { describe, expect, it } from 'vitest'
import { sizeCategory, smeSize } from '#shared/codes/sme-size.ts'

describe('smeSize', () => {
  it.each([
    ['C38', 1500, 65000, '大型'],
    ['C38', 1500, 39999, '中型'],
    ['C38', 999, 65000, '中型'],
    ['C38', 300, 1999, '小型'],
    ['C38', 19, 5000, '微型'],
    ['I65', 120, 900, '小型'],
    ['C38', 1000, 40000, '大型'],
    ['C38', 20, 300, '小型'],
    ['F51', 200, 40000, '大型'],
  ] as const)('%s with %d people and %d万元 is %s', (industry, employees, revenue, size) => {
    expect(smeSize({ industry, employees, revenue, assets: null })).toBe(size)
  })

  it('cannot be told when a needed value or the industry is missing', () => {
    expect([
      smeSize({ industry: 'C38', employees: null, revenue: 65000, assets: null }),
      smeSize({ industry: 'C38', employees: 5, revenue: null, assets: null }),
      smeSize({ industry: null, employees: 5, revenue: 10, assets: 10 }),
      smeSize({ industry: 'E47', employees: 5, revenue: 9000, assets: null }),
      smeSize({ industry: 'J66', employees: 5, revenue: 10, assets: 10 }),
    ]).toEqual(['无法判定', '无法判定', '无法判定', '无法判定', '无法判定'])
  })

  it('uses assets where the table does', () => {
    expect([
      smeSize({ industry: 'E47', employees: null, revenue: 80000, assets: 80000 }),
      smeSize({ industry: 'E47', employees: null, revenue: 80000, assets: 79999 }),
      smeSize({ industry: 'L72', employees: 300, revenue: null, assets: 119999 }),
      smeSize({ industry: 'A01', employees: null, revenue: 49.99, assets: null }),
    ]).toEqual(['大型', '中型', '中型', '微型'])
  })

  it.each([
    ['591', '交通运输业'],
    ['G59', '仓储业'],
    ['7020', '物业管理'],
    ['K70', null],
    ['G53', null],
    ['M73', '其他未列明行业'],
    ['83', null],
    ['D46', '工业'],
    ['I64', '信息传输业'],
  ])('puts %s under %s', (code, category) => {
    expect(sizeCategory(code)).toBe(category)
  })
})
