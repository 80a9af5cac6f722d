import { expect, test } from 'vitest'
import { ReportBody } from '#shared/bundle/report-body.ts'
import { reportBody } from '#shared/bundle/reportable.ts'
import { plainRecords } from '#tests/support/plain-records.ts'

const profile = { id: 'unit', unit: 'YY-430626', fullName: '平江县科技和工业信息化局', preparer: '张示例' }
const options = {
  period: '2021Q3',
  cutoff: '2021-09-30',
  contacts: 'omitted',
  baseYears: [2019],
  overrides: [],
  plannedStates: ['计划'],
} as const

const firm = (id: string) => ({
  id,
  name: `示例企业${id}`,
  contact: '李示例',
  phone: '15400000001',
  note: '可',
})
const owner = (enterprise?: string) => ({ name: '示例', order: 1, ...(enterprise && { enterprise }) })

const records = plainRecords({
  profile: [profile],
  enterprise: ['f', 'e', 'd', 'c', 'b', 'a', 'unused'].map(firm),
  participation: [
    { id: 'p2', enterprise: 'b', year: 2021 },
    { id: 'p1', enterprise: 'a', year: 2021 },
    { id: 'p0', enterprise: 'unused', year: 2020 },
  ],
  patent: [
    { id: 'ours', owners: { c: owner('c') } },
    { id: 'foreign', owners: { x: owner() } },
    { id: 'gone', owners: { y: owner('no-such-firm') } },
  ],
  figures: [
    { id: 'this', enterprise: 'd', year: 2021 },
    { id: 'base', enterprise: 'd', year: 2019 },
    { id: 'other', enterprise: 'unused', year: 2020 },
  ],
  activity: [
    { id: 'held', date: '2021-09-30', participants: { e: { name: '示例', enterprise: 'e' } } },
    { id: 'month', date: '2021-05', participants: {} },
    { id: 'late', date: '2021-10-01', participants: { f: { name: '示例', enterprise: 'unused' } } },
    { id: 'early', date: '2020-12-31' },
    { id: 'planned', date: '2021-09-01', state: '计划' },
    { id: 'undated' },
  ],
  plan: [{ id: 'plan', title: '实施方案' }],
})

test('the reportable records travel, each with the firms it names', () => {
  const body = reportBody(records, [], options)
  const ids = Object.entries(body?.records ?? {}).map(([type, rows]) => [type, rows.map((row) => row.id)])
  expect(Object.fromEntries(ids)).toEqual({
    enterprise: ['a', 'b', 'c', 'd', 'e'],
    participation: ['p1', 'p2'],
    patent: ['ours'],
    figures: ['base', 'this'],
    activity: ['held', 'month'],
    plan: ['plan'],
  })
})

test('contacts are omitted unless included, and never masked', () => {
  const omitted = reportBody(records, [], options)?.records.enterprise[0]
  const included = reportBody(records, [], { ...options, contacts: 'included' })?.records.enterprise[0]
  expect(omitted).toEqual({ name: '示例企业a', note: '可', id: 'a' })
  expect(included).toEqual({
    name: '示例企业a',
    contact: '李示例',
    phone: '15400000001',
    note: '可',
    id: 'a',
  })
})

test('自定义列 and the id of the profile stay with the unit', () => {
  const row = { ...firm('a'), 'custom.x': '内部' }
  const one = plainRecords({
    profile: [profile],
    enterprise: [row],
    participation: [{ id: 'p', enterprise: 'a', year: 2021 }],
  })
  const body = reportBody(one, [], options)
  expect([Object.keys(body?.records.enterprise[0] ?? {}), body?.unit]).toEqual([
    ['name', 'note', 'id'],
    { unit: 'YY-430626', fullName: '平江县科技和工业信息化局', preparer: '张示例' },
  ])
})

test('what is made fits the schema a reader uses', () => {
  const body = reportBody(records, [], { ...options, contacts: 'included' })
  expect(ReportBody.parse(body)).toEqual(body)
})

test('without a unit profile there is nothing to report', () => {
  expect(reportBody(plainRecords({}), [], options)).toBeNull()
})
