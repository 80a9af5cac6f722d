import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeIndicators } from '#shared/indicators/compute-indicators.ts'
import { periodOf } from '#shared/indicators/report-period.ts'
import type { Row } from '#shared/records/dictionary.ts'
import { builtInPack } from '#tests/support/built-in-pack.ts'
import { plainRecords } from '#tests/support/plain-records.ts'

const RUNS = Number(process.env.PBZ_RUNS ?? 300)
const pack = builtInPack()
const FIRMS = ['f0', 'f1', 'f2', 'f3', 'f4'] as const
const QUARTER_ENDS = ['', '03-31', '06-30', '09-30', '12-31'] as const
const QUARTER_STARTS = ['', '01-01', '04-01', '07-01', '10-01'] as const

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 3 })
const day = fc
  .record({
    year: fc.constantFrom(2020, 2021),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map((at) => `${at.year}-${String(at.month).padStart(2, '0')}-${String(at.day).padStart(2, '0')}`)
const money = fc.integer({ min: -5_000, max: 90_000 }).map((cents) => cents / 100)

/** Drops the undefined fields, as stored records have none. */
function filled<T extends object>(row: object): T {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as T
}

const enterprises = fc.tuple(
  ...FIRMS.map((id) =>
    fc
      .record({
        size: maybe(fc.constantFrom('大型', '小型')),
        prefix: fc.constantFrom('91', '91', '91', '92'),
      })
      .map(({ size, prefix }) =>
        filled<Row<'enterprise'>>({ id, name: id, code: `${prefix}430626EX1000012P`, size }),
      ),
  ),
)
const participation = fc.record({
  enterprise: fc.constantFrom(...FIRMS),
  year: fc.constantFrom(2020, 2021, 2021, 2021),
  priorGrants: maybe(fc.constantFrom('从未', '从未', '曾有', '未查')),
  state: maybe(fc.constantFrom('摸底', '在列', '在列', '在列')),
  listedOn: maybe(day),
  exitedOn: maybe(day),
})
const owner = fc.record({
  enterprise: fc.constantFrom(...FIRMS),
  acquisition: maybe(fc.constantFrom('原始', '共有', '受让')),
})
const patent = fc.record({
  number: fc.integer({ min: 0, max: 9 }),
  digit: fc.constantFrom('1', '1', '1', '2', '8'),
  status: fc.constantFrom('授权', '授权', '授权', '实质审查', '全部无效', '终止'),
  grantedOn: maybe(day),
  owners: fc.array(owner, { maxLength: 2 }),
})
const figures = fc.record({
  enterprise: fc.constantFrom(...FIRMS),
  period: fc.constantFrom('1-3月累计', '1-6月累计', '1-9月累计', '1-12月累计'),
  rdExpense: maybe(money),
})
const activity = fc.record({
  date: day,
  mode: maybe(fc.constantFrom('现场', '电话', '走访', '线上')),
  name: fc.constantFrom('创新培训', '产融对接', '专利辅导'),
  state: maybe(fc.constantFrom('计划', '已开展')),
  firms: fc.uniqueArray(fc.constantFrom(...FIRMS), { maxLength: 3 }),
  firmCount: maybe(fc.integer({ min: 0, max: 9 })),
  headcount: maybe(fc.integer({ min: 0, max: 50 })),
})

const county = fc.record({
  quarter: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
  enterprises,
  list: fc.array(participation, { maxLength: 7 }),
  patents: fc.array(patent, { minLength: 1, maxLength: 8 }),
  figures: fc.uniqueArray(figures, { maxLength: 14, selector: (row) => `${row.enterprise} ${row.period}` }),
  activities: fc.array(activity, { maxLength: 6 }),
})
type County = typeof county extends fc.Arbitrary<infer T> ? T : never

function recordsOfCounty(given: County) {
  return plainRecords({
    enterprise: given.enterprises,
    participation: given.list.map((row, at) => filled({ id: `l${at}`, ...row })),
    patent: given.patents.map((row, at) =>
      filled({
        id: `p${at}`,
        applicationNo: numberOf(row),
        status: row.status,
        grantedOn: row.grantedOn,
        owners: Object.fromEntries(
          row.owners.map((entry, order) => [
            String(order),
            filled({ name: 'x', order: order + 1, ...entry }),
          ]),
        ),
      }),
    ),
    figures: given.figures.map((row, at) => filled({ id: `g${at}`, year: 2021, ...row })),
    activity: given.activities.map(({ firms, ...row }, at) =>
      filled({
        id: `a${at}`,
        ...row,
        participants: Object.fromEntries(firms.map((id) => [id, { name: id, enterprise: id }])),
      }),
    ),
  })
}

/** Without a check character: numbers differ in serial or type digit only. */
const numberOf = (row: County['patents'][number]) => `2018${row.digit}900000${row.number}`

/** The same numbers by brute force: every question is answered anew from the raw rows, nothing is indexed. */
function naive(given: County, span: 'quarter' | 'cumulative') {
  const from = `2021-${span === 'quarter' ? QUARTER_STARTS[given.quarter] : '01-01'}`
  const end = `2021-${QUARTER_ENDS[given.quarter]}`
  const within = (date: string | undefined) => date !== undefined && date >= from && date <= end
  const companies = given.enterprises.filter((firm) => !firm.code?.startsWith('92')).map((firm) => firm.id)
  const small = (id: string) => given.enterprises.some((firm) => firm.id === id && firm.size !== '大型')
  const entries = given.list.filter(
    (row) =>
      row.year === 2021 &&
      row.state === '在列' &&
      companies.includes(row.enterprise) &&
      (row.listedOn ?? '2021') <= end,
  )
  const listed = entries.filter(
    (row, at) => entries.findIndex((other) => other.enterprise === row.enterprise) === at,
  )
  const startOf = (row: (typeof listed)[number]) =>
    row.listedOn === undefined || row.listedOn < '2021' ? '2021-01-01' : row.listedOn

  const inventions = given.patents.filter((row) => row.digit !== '2')
  const numbers = [...new Set(inventions.map(numberOf))].map((number) => {
    const rows = inventions.filter((row) => numberOf(row) === number)
    const main = rows.find((row) => row.grantedOn !== undefined) ?? rows[0]
    return { main, owners: rows.flatMap((row) => row.owners).filter((entry) => entry.acquisition !== '受让') }
  })
  const alive = numbers.filter(({ main }) => main?.status !== '全部无效')
  const grants = alive.filter(({ main, owners }) => {
    const on = main?.grantedOn
    const ours = owners.some(({ enterprise }) =>
      listed.some(
        (row) =>
          row.enterprise === enterprise &&
          small(enterprise) &&
          !(row.exitedOn !== undefined && on !== undefined && on > row.exitedOn),
      ),
    )
    return ours && within(on)
  })
  const firsts = listed.map((row) => {
    const dates = alive
      .filter(({ owners }) => owners.some((entry) => entry.enterprise === row.enterprise))
      .flatMap(({ main }) => main?.grantedOn ?? [])
      .toSorted()
    const first = dates[0]
    const good =
      first !== undefined &&
      within(first) &&
      small(row.enterprise) &&
      !(row.exitedOn !== undefined && first > row.exitedOn)
    return { good, history: row.priorGrants ?? '未查' }
  })
  return {
    participants: given.list.some((row) => row.year === 2021)
      ? listed.filter((row) => within(startOf(row))).length
      : null,
    zeroBreakers: given.list.some((row) => row.year === 2021)
      ? firsts.filter(({ good, history }) => good && history === '从未').length
      : null,
    grants: given.list.some((row) => row.year === 2021) ? grants.length : null,
    rdSpending: naiveSpending(
      given,
      listed.map((row) => row.enterprise),
      span,
    ),
    ...naiveActivities(given, within),
  }
}

function naiveSpending(given: County, firms: readonly string[], span: 'quarter' | 'cumulative') {
  const cents = (firm: string, quarter: number) => {
    const row = given.figures.find(
      (entry) => entry.enterprise === firm && entry.period === `1-${quarter * 3}月累计`,
    )
    return row?.rdExpense === undefined ? null : Math.round(row.rdExpense * 100)
  }
  const amounts = firms.map((firm) => {
    const now = cents(firm, given.quarter)
    if (span === 'cumulative' || given.quarter === 1) return now
    const before = cents(firm, given.quarter - 1)
    return now === null || before === null ? null : now - before
  })
  const known = amounts.filter((amount) => amount !== null)
  return known.length === 0 ? null : known.reduce((sum, amount) => sum + amount, 0) / 100
}

function naiveActivities(given: County, within: (date: string) => boolean) {
  if (!given.activities.some((row) => row.date.startsWith('2021')))
    return { sessions: null, visits: null, served: null, people: null }
  const held = given.activities.filter((row) => row.state !== '计划' && within(row.date))
  // Nothing recorded at all is not known; without any activity in the period it is 0.
  const sum = (amounts: readonly (number | undefined)[]) =>
    amounts.length > 0 && amounts.every((amount) => amount === undefined)
      ? null
      : amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0)
  const named = held.filter((row) => row.firms.length > 0)
  return {
    sessions: held.filter((row) => row.mode !== '电话' && row.mode !== '走访' && row.name !== '专利辅导')
      .length,
    visits: sum(held.map((row) => (row.firms.length > 0 ? row.firms.length : row.firmCount))),
    served: held.length > 0 && named.length === 0 ? null : new Set(named.flatMap((row) => row.firms)).size,
    people: sum(held.map((row) => row.headcount)),
  }
}

function computed(given: County, span: 'quarter' | 'cumulative') {
  const results = computeIndicators(recordsOfCounty(given), pack, periodOf(2021, given.quarter), {})
  const value = (id: string) => results.find((entry) => entry.id === id)?.[span].value
  return {
    participants: value('participants'),
    zeroBreakers: value('zero-breakers'),
    grants: value('grants'),
    rdSpending: value('rd-spending'),
    sessions: value('activity-sessions'),
    visits: value('firm-visits'),
    served: value('firms-served'),
    people: value('activity-attendance'),
  }
}

describe('indicators of random counties', () => {
  it('agree with a naive second implementation, quarter and cumulative', () => {
    fc.assert(
      fc.property(county, fc.constantFrom('quarter' as const, 'cumulative' as const), (given, span) => {
        expect(computed(given, span)).toEqual(naive(given, span))
      }),
      { numRuns: RUNS },
    )
  })

  it('are the sum of what counts; what is pending does not count and is what is missing', () => {
    fc.assert(
      fc.property(county, (given) => {
        const results = computeIndicators(recordsOfCounty(given), pack, periodOf(2021, given.quarter), {})
        for (const { cumulative, quarter } of results) {
          for (const { value, missing, contributions } of [cumulative, quarter]) {
            expect(contributions.filter((entry) => entry.counts && entry.gap !== null)).toEqual([])
            expect(contributions.filter((entry) => entry.gap !== null)).toHaveLength(missing)
            expect(
              contributions.filter((entry) => entry.reason === '' || (!entry.counts && entry.amount !== 0)),
            ).toEqual([])
            const sum = contributions
              .filter((entry) => entry.counts)
              .reduce((total, entry) => total + entry.amount, 0)
            if (value !== null) expect(value).toBeCloseTo(sum, 6)
          }
        }
      }),
      { numRuns: RUNS },
    )
  })

  it('do not depend on the order in which figures and activities were entered', () => {
    fc.assert(
      fc.property(county, (given) => {
        const turned = {
          ...given,
          figures: given.figures.toReversed(),
          activities: given.activities.toReversed(),
        }
        expect(computed(turned, 'cumulative')).toEqual(computed(given, 'cumulative'))
      }),
      { numRuns: RUNS },
    )
  })
})
