import { describe, expect, it } from 'vitest'
import type { Row } from '#shared/records/dictionary.ts'
import { base, granted, listed, measured } from '#tests/support/county-builders.ts'

describe('认定 beside 系统测算 (DOMAIN.md J4)', () => {
  const zero = (
    more: Partial<Row<'participation'>>,
    patent: readonly Row<'patent'>[] = [],
    span: 'quarter' | 'cumulative' = 'cumulative',
  ) => {
    const rows = { ...base, participation: [listed('甲', more)], patent: [...patent, OTHERS] }
    const { value, missing } = measured('zero-breakers', rows, {}, span)
    return [value, missing]
  }
  /** Somebody else's patent, so that the register is not empty. */
  const OTHERS: Row<'patent'> = {
    id: 'other',
    applicationNo: '201919990001',
    kind: '发明',
    status: '实质审查',
  }

  it('decides with a reason, 市级 before 县级', () => {
    const reason = { verdictReason: '以登记簿副本为准' }
    expect(zero({ countyVerdict: '实现破零', ...reason })).toEqual([1, 0])
    expect(zero({ countyVerdict: '实现破零', cityVerdict: '未实现', ...reason })).toEqual([0, 0])
    expect(zero({ cityVerdict: '未实现', ...reason }, [granted])).toEqual([0, 0])
    expect(zero({ countyVerdict: '实现倍增', ...reason }, [granted])).toEqual([0, 0])
  })

  it('without a reason it is 待核实, unless it says the same as the records', () => {
    expect(zero({ countyVerdict: '实现破零' })).toEqual([0, 1])
    expect(zero({ countyVerdict: '未实现' }, [granted])).toEqual([0, 1])
    expect(zero({ countyVerdict: '实现破零' }, [granted])).toEqual([1, 0])
    expect(zero({ countyVerdict: '未实现' })).toEqual([0, 0])
  })

  it('an achievement the records do not show belongs to the period of 认定日期', () => {
    const ruling = { countyVerdict: '实现破零', verdictReason: '补充佐证' } as const
    expect(zero(ruling, [], 'quarter')).toEqual([0, 0])
    expect(zero({ ...ruling, verdictOn: '2021-08-20' }, [], 'quarter')).toEqual([1, 0])
    expect(zero({ ...ruling, verdictOn: '2021-05-20' }, [], 'quarter')).toEqual([0, 0])
    expect(zero({ ...ruling, verdictOn: '2021-05-20' })).toEqual([1, 0])
    expect(zero({ ...ruling, verdictOn: '2021-12-01' })).toEqual([0, 0])
    expect(zero({ ...ruling, verdictOn: '2021' }, [], 'quarter')).toEqual([0, 1])
  })
})
