import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { caveatWords } from '#shared/indicators/caveat-words.ts'
import { computeIndicators } from '#shared/indicators/compute-indicators.ts'
import { reportPeriod } from '#shared/indicators/report-period.ts'
import { builtInPack } from '#tests/support/built-in-pack.ts'
import { sampleRecords } from '#tests/support/sample-records.ts'

interface Expected {
  readonly list: number
  readonly cumulative: Readonly<Record<string, number>>
  readonly quarter: Readonly<Record<string, number>>
  readonly figures_1_9: Readonly<Record<string, number>>
  readonly grants_without_date: number
}

const file = new URL('../../../fixtures/workbooks/expected-2021Q3.json', import.meta.url)
const expected = JSON.parse(readFileSync(file, 'utf8')) as Expected
const period = reportPeriod('2021Q3')
if (period === null) throw new Error('2021Q3 is a period')
const results = computeIndicators(sampleRecords(), builtInPack(), period, { 'grants@2021': 60 })
const result = (id: string) => {
  const found = results.find((entry) => entry.id === id)
  if (found === undefined) throw new Error(`no indicator ${id}`)
  return found
}

describe('the sample county in the third quarter of 2021', () => {
  it('has the expected list, grants and zero-breakers', () => {
    expect({
      list: result('participants').cumulative.value,
      cumulative: {
        发明专利授权量: result('grants').cumulative.value,
        实现破零: result('zero-breakers').cumulative.value,
        破零待核实: result('zero-breakers').cumulative.missing,
      },
      quarter: {
        发明专利授权量: result('grants').quarter.value,
        实现破零: result('zero-breakers').quarter.value,
        破零待核实: result('zero-breakers').quarter.missing,
      },
      grants_without_date: result('grants').cumulative.missing,
    }).toEqual({
      list: expected.list,
      cumulative: expected.cumulative,
      quarter: expected.quarter,
      grants_without_date: expected.grants_without_date,
    })
  })

  it('has the expected figures of January to September', () => {
    expect({
      n: result('rd-spending').cumulative.contributions.filter((entry) => entry.counts).length,
      missing: result('rd-spending').cumulative.missing,
      研发费用: result('rd-spending').cumulative.value,
      营业收入: result('revenue').cumulative.value,
      发明专利产品销售额: result('patent-product-sales').cumulative.value,
      发明专利产品利润: result('patent-product-profit').cumulative.value,
    }).toEqual(expected.figures_1_9)
  })

  it('looks at every patent and every firm exactly once, with a reason', () => {
    const looked = ['grants', 'zero-breakers', 'participants'].map(
      (id) => result(id).cumulative.contributions,
    )
    expect(looked.map((list) => list.length)).toEqual([117, 120, 120])
    expect(looked.flat().filter((entry) => entry.reason === '')).toEqual([])
    expect(looked.map((list) => new Set(list.map((entry) => entry.id)).size)).toEqual([117, 120, 120])
  })

  it('takes the target from the plan and knows nothing of last year', () => {
    expect(
      results.map(({ target, lastYear }) => ({ target, lastYear })).filter((row) => row.target !== null),
    ).toEqual([{ target: 60, lastYear: null }])
    expect(results.map((entry) => entry.lastYear)).toEqual(results.map(() => null))
  })

  it('says in short what is missing', () => {
    expect(caveatWords(result('zero-breakers'))).toEqual(['待核实2家'])
    expect(caveatWords(result('rd-spending'))[0]).toBe('缺报15家')
  })
})
