import { expect, test } from 'vitest'
import { periodOf } from '#shared/indicators/report-period.ts'
import { checkList, mayReport } from '#shared/report/check-list.ts'
import { builtInPack } from '#tests/support/built-in-pack.ts'
import { base, firm, granted, listed, owner, patent } from '#tests/support/county-builders.ts'
import { importedRecords } from '#tests/support/imported-records.ts'
import { type PlainRows, plainRecords } from '#tests/support/plain-records.ts'

const VALID = '91430626EX1000012P'
const WRONG = '91430626EX10000120'
const check = (rows: PlainRows) => checkList(plainRecords(rows), builtInPack(), periodOf(2021, 3))
const brief = (rows: PlainRows) =>
  check(rows).map(({ kind, severity, records }) => [kind, severity, records.map(({ id }) => id)])
const activity = {
  id: 'a',
  date: '2021-08-01',
  name: '专利培训',
  category: '培训',
  mode: '现场' as const,
  participants: { 甲: { name: '甲', enterprise: '甲' } },
  headcount: 1,
}
const figures = (enterprise: string) => {
  const amounts = { revenue: 1, rdExpense: 1, patentProductSales: 1, patentProductProfit: 1 }
  const row = (period: '1-6月累计' | '1-9月累计') => ({
    id: `${enterprise}${period}`,
    enterprise,
    year: 2021,
    period,
    ...amounts,
  })
  return [row('1-6月累计'), row('1-9月累计')]
}
const dated = { ...granted, filedOn: '2019-01-02' }
const complete: PlainRows = {
  enterprise: [firm('甲', { code: VALID })],
  participation: base.participation,
  patent: [dated],
  activity: [activity],
  figures: figures('甲'),
}

test('a complete quarter has nothing on its list', () => {
  expect(check(complete)).toEqual([])
})

test('two firms with the same valid code block; the same wrong code is another matter', () => {
  const twice = (code: string) => ({
    ...complete,
    enterprise: [firm('甲', { code: VALID }), firm('乙', { code }), firm('丙', { code })],
  })
  expect(
    brief({
      ...twice('91430626EX100003XQ'),
      enterprise: [firm('甲', { code: VALID }), firm('乙', { code: VALID })],
    }),
  ).toEqual([['duplicate-firm', 'blocking', ['甲', '乙']]])
  expect(brief(twice(WRONG))).toEqual([])
})

test('a wrong or missing code blocks where the firm is counted for 破零 or 倍增, else it is a warning', () => {
  const zero = { ...complete, enterprise: [firm('甲', { code: WRONG })] }
  expect(check(zero)).toEqual([
    {
      kind: 'invalid-code',
      subject: 'invalid-code',
      severity: 'blocking',
      message: `甲计入破零，但统一社会信用代码“${WRONG}”不正确`,
      records: [{ record: 'enterprise', id: '甲' }],
    },
  ])
  const growing = {
    ...complete,
    enterprise: [firm('甲')],
    participation: [listed('甲', { type: '倍增', priorGrants: '曾有' })],
  }
  expect(brief(growing)).toEqual([['invalid-code', 'blocking', ['甲']]])
  const without = {
    ...growing,
    patent: [patent({ filedOn: '2017-01-02', grantedOn: '2019-08-03', owners: owner('甲') })],
  }
  expect(brief(without)).toEqual([['unchecked-code', 'warning', ['甲']]])
})

test('an empty list and an empty 表1 block; a quarter without activities does not', () => {
  const kinds = (rows: PlainRows) => check(rows).map(({ kind, severity }) => [kind, severity])
  expect(kinds({})).toEqual([
    ['empty-list', 'blocking'],
    ['empty-form1', 'blocking'],
    ['no-activity', 'warning'],
  ])
  expect(mayReport(check({}))).toBe(false)
  const { activity: _, ...quiet } = complete
  expect(kinds(quiet)).toEqual([['no-activity', 'warning']])
  expect(mayReport(check(quiet))).toBe(true)
})

test('gaps are warnings with the records behind them', () => {
  const rows = {
    ...complete,
    enterprise: [firm('甲', { code: VALID }), firm('乙', { code: '91430626EX1000020J' })],
    participation: [...(base.participation ?? []), listed('乙', { priorGrants: '未查' })],
    patent: [dated, patent({ id: 'undated', filedOn: '2018-01-02', grantNo: 'ZL1', owners: owner('乙') })],
    figures: figures('甲'),
  }
  const found = check(rows)
  expect(mayReport(found)).toBe(true)
  expect(found.map(({ kind, message }) => [kind, message])).toContainEqual([
    'undated',
    '发明专利授权量：缺公告日1件',
  ])
  expect(found.find(({ subject }) => subject === 'undated:grants')?.records).toEqual([
    { record: 'patent', id: 'undated' },
  ])
  expect(found.filter(({ kind }) => kind === 'missing').map(({ message }) => message)).toContain(
    '研发投入：缺报1家',
  )
})

test('a field with two values blocks', () => {
  const records = importedRecords([
    { record: 'enterprise', id: '1', set: { name: '甲', code: VALID } },
    { record: 'participation', id: '2', set: { enterprise: '1', year: 2021 } },
  ])
  const torn = {
    ...records,
    all: (type: Parameters<typeof records.all>[0]) =>
      records.all(type).map((record) => ({ ...record, conflicts: { name: [] } })),
  }
  const [first] = checkList(torn, builtInPack(), periodOf(2021, 3))
  expect(first).toEqual({
    kind: 'conflict',
    subject: 'conflict',
    severity: 'blocking',
    message: '2条记录有两个不同的值（企业、年度名单），请先选定一个',
    records: [
      { record: 'enterprise', id: '1' },
      { record: 'participation', id: '2' },
    ],
  })
})
