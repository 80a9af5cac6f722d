import { expect, test } from 'vitest'
import { createRecord, type FieldChanges, setFields } from '#shared/edits/operations.ts'
import { recordsOf } from '#shared/edits/records-view.ts'
import { computeIndicators } from '#shared/indicators/compute-indicators.ts'
import { periodOf } from '#shared/indicators/report-period.ts'
import { checkList, mayReport } from '#shared/report/check-list.ts'
import { builtInPack } from '#tests/support/built-in-pack.ts'
import { CountyOfTwo, HERE, THERE } from '../review/county-of-two.ts'

const pack = builtInPack()
const period = periodOf(2021, 3)

function county() {
  const two = new CountyOfTwo()
  two.write(HERE, [
    createRecord('enterprise', 'a', { name: '甲公司' }),
    createRecord('participation', 'l', { enterprise: 'a', year: 2021, state: '在列', priorGrants: '从未' }),
    createRecord('patent', 'p', {
      applicationNo: '201911044411.X',
      kind: '发明',
      status: '授权',
      grantedOn: '2021-07-20',
      owners: { o: { name: '甲公司', enterprise: 'a', order: 1, acquisition: '原始' } },
    }),
    createRecord('figures', 'f', { enterprise: 'a', year: 2021, period: '1-9月累计', revenue: 100 }),
    createRecord('activity', 'v', {
      name: '培训',
      date: '2021-08-01',
      category: '培训',
      mode: '现场',
      firmCount: 3,
    }),
  ])
  return two
}

const CASES = [
  ['grants', 'patent', 'p', { grantedOn: ['2021-07-20', '2021-12-20'] }, '授权公告日'],
  ['revenue', 'figures', 'f', { revenue: [100, 200] }, '营业收入'],
  ['participants', 'participation', 'l', { state: ['在列', '拟定'] }, '名单状态'],
  ['firm-visits', 'activity', 'v', { firmCount: [3, 5] }, '参加企业数'],
] as const

test.each(CASES)(
  '%s: a cell of %s in conflict does not count, says so, and blocks 定稿',
  (indicator, type, id, fields, title) => {
    const two = county()
    const [name, values] = Object.entries(fields)[0] ?? ['', []]
    const write = (at: number) => [setFields(type, id, { [name]: values[at] } as FieldChanges<typeof type>)]
    two.apart([HERE, write(0)], [THERE, write(1)])
    const records = recordsOf(two.state)
    const result = computeIndicators(records, pack, period, {}).find((each) => each.id === indicator)
    const about = result?.cumulative.contributions.filter(({ reason }) => reason.includes('待核对')) ?? []
    expect(about.map(({ counts }) => counts)).toEqual([false])
    expect(about[0]?.reason).toContain(`${title}有两个不同的值，待核对`)
    const findings = checkList(records, pack, period)
    expect(findings[0]).toMatchObject({
      kind: 'conflict',
      severity: 'blocking',
      records: [{ record: type, id }],
    })
    expect(mayReport(findings)).toBe(false)
  },
)
