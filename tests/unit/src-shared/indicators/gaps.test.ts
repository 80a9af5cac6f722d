import { expect, test } from 'vitest'
import { caveatWords } from '#shared/indicators/caveat-words.ts'
import { computeIndicators } from '#shared/indicators/compute-indicators.ts'
import { periodOf } from '#shared/indicators/report-period.ts'
import { builtInPack } from '#tests/support/built-in-pack.ts'
import { base, listed, owner, patent } from '#tests/support/county-builders.ts'
import { plainRecords } from '#tests/support/plain-records.ts'

/** Gaps of the contributions and the words of the note, by indicator. */
function gapsOf(rows: Parameters<typeof plainRecords>[0]) {
  const results = computeIndicators(plainRecords({ ...base, ...rows }), builtInPack(), periodOf(2021, 3), {})
  return (id: string) => {
    const result = results.find((entry) => entry.id === id)
    if (result === undefined) throw new Error(`no indicator ${id}`)
    return [result.cumulative.contributions.map(({ gap }) => gap), caveatWords(result)]
  }
}

test('a grant without 授权公告日 is listed as 缺公告日, for the grant and for 破零', () => {
  const gaps = gapsOf({ patent: [patent({ owners: owner('甲') })] })
  expect(gaps('grants')).toEqual([['undated'], ['缺公告日1件']])
  expect(gaps('zero-breakers')).toEqual([['undated'], ['缺公告日1家']])
})

test('what must be judged is 待核实, whatever words its reason has', () => {
  const gaps = gapsOf({
    participation: [listed('甲', { priorGrants: '未查' })],
    patent: [patent({ grantedOn: '2021-08-03', owners: owner('甲') })],
    figures: [1, 2].map((rdExpense) => ({
      id: `g${rdExpense}`,
      enterprise: '甲',
      year: 2021,
      period: '1-9月累计',
      rdExpense,
    })),
  })
  expect(gaps('zero-breakers')).toEqual([['verify'], ['待核实1家']])
  expect(gaps('rd-spending')).toEqual([['verify'], ['待核实1家']])
  expect(gaps('revenue')).toEqual([['missing'], ['缺报1家']])
})

test('an activity says whether its date or its numbers are missing', () => {
  const activity = [
    { id: 'a1', date: '2021-08-01', name: '培训' },
    { id: 'a2', name: '讲座' },
  ]
  const gaps = gapsOf({ activity })
  expect(gaps('activity-attendance')).toEqual([
    ['missing', 'undated'],
    ['缺人次1场', '缺日期1场'],
  ])
  expect(gaps('activity-sessions')).toEqual([[null, 'undated'], ['缺日期1场']])
})
