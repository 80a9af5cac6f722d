import { expect, test } from 'vitest'
import type { Row } from '#shared/records/dictionary.ts'
import { openTodos } from '#shared/succession/open-todos.ts'
import { builtInPack } from '#tests/support/built-in-pack.ts'
import { firm, listed } from '#tests/support/county-builders.ts'
import { type PlainRows, plainRecords } from '#tests/support/plain-records.ts'

const PACK = builtInPack()
const todos = (rows: PlainRows, today = '2021-10-08') => openTodos(plainRecords(rows), PACK, today, [])
const brief = (rows: PlainRows, today?: string) =>
  todos(rows, today).map(({ kind, detail }) => [kind, detail])

const profile: Row<'profile'> = {
  id: 'unit',
  unit: 'YY-430626',
  fullName: '平江县科技和工业信息化局',
  preparer: '示例丙',
  head: '示例甲',
  reviewer: '示例乙',
  officePhone: '0730-0813123',
}
const activity = (id: string, date: string, firms: readonly string[], followUpOn?: string) =>
  ({
    id,
    date,
    name: id,
    participants: Object.fromEntries(firms.map((each) => [each, { name: each, enterprise: each }])),
    ...(followUpOn === undefined ? {} : { followUpOn }),
  }) as Row<'activity'>

test('a county with nothing open has no 待办', () => {
  expect(todos({ profile: [profile] })).toEqual([])
})

test('the last finished quarter without a standing report is open, with what its check list says', () => {
  const county = { profile: [profile], enterprise: [firm('甲公司')], participation: [listed('甲公司')] }
  const found = todos(county)
  expect(found.map(({ kind }) => kind)).toEqual(['unreported', 'check'])
  expect(found[0]?.detail).toBe('2021年三季度未定稿报送')
  expect(found[1]?.detail).toMatch(/^2021年三季度有\d+项提示$/)
  const twins = ['甲公司', '乙公司'].map((id) => firm(id, { code: '91430626EX1000012P' }))
  expect(todos({ ...county, enterprise: twins })[1]?.detail).toMatch(/项提示，其中1项必须处理$/)
  const withdrawn: Row<'submission'> = { id: 's', period: '2021Q3', seq: 1, state: '已撤回' }
  expect(todos({ ...county, submission: [withdrawn] })[0]?.kind).toBe('unreported')
  expect(todos({ ...county, submission: [{ ...withdrawn, state: '已报送' }] })).toEqual([])
})

test('a 定稿 nobody registered as sent is open under its number', () => {
  const signed: Row<'submission'> = { id: 's', period: '2021Q3', seq: 7, state: '定稿' }
  expect(brief({ profile: [profile], submission: [signed] })).toEqual([
    ['unsent', '2021年三季度第7号已定稿，未登记报送'],
  ])
})

test('in January the fourth quarter of the year before counts; after the programme its last one', () => {
  const county = { profile: [profile], enterprise: [firm('甲公司')], participation: [listed('甲公司')] }
  expect(todos(county, '2022-01-05')[0]?.detail).toBe('2021年四季度未定稿报送')
  expect(todos(county, '2024-06-01')[0]?.detail).toBe('2022年四季度未定稿报送')
  expect(todos(county, '2020-02-01')).toEqual([])
})

test('a due 下次跟进 is open until one of its firms is served again', () => {
  const due = activity('走访', '2021-06-01', ['甲公司', '乙公司'], '2021-07-01')
  const ahead = activity('座谈', '2021-09-01', ['丙公司'], '2021-12-01')
  const rows = { profile: [profile], activity: [due, ahead] }
  expect(brief(rows)).toEqual([['follow-up', '1项到期未跟进，最早2021-07-01']])
  expect(todos(rows)[0]?.records).toEqual(['走访'])
  const again = activity('回访', '2021-07-10', ['乙公司'])
  expect(brief({ ...rows, activity: [due, ahead, again] })).toEqual([])
})

test('举措 past their 完成时限 and gaps of 本单位档案 are open; a 废止 plan is not', () => {
  const plan: Row<'plan'> = {
    id: 'plan',
    title: '实施方案',
    measures: {
      a: { measure: '组织专利大讲堂', deadline: '2021-06', state: '推进中' },
      b: { measure: '走访企业', deadline: '2021-12', state: '推进中' },
    },
  }
  const { reviewer: _reviewer, ...incomplete } = profile
  expect(brief({ profile: [incomplete], plan: [plan] })).toEqual([
    ['measure', '1条举措超过完成时限：组织专利大讲堂'],
    ['profile', '未填：审核人'],
  ])
  expect(brief({ profile: [profile], plan: [{ ...plan, state: '废止' }] })).toEqual([])
})

test('records with two values stand first', () => {
  const records = plainRecords({ profile: [profile] })
  const two = [
    { edit: { station: 'station-a', n: 1 }, value: '甲' },
    { edit: { station: 'station-b', n: 1 }, value: '乙' },
  ]
  const conflicted = {
    ...records,
    all: (type: Parameters<typeof records.all>[0]) =>
      type === 'enterprise'
        ? [{ type, id: 'e1', voided: null, fields: {}, conflicts: { name: two } }]
        : records.all(type),
  }
  expect(openTodos(conflicted, PACK, '2021-10-08', [])).toEqual([
    {
      kind: 'conflict',
      title: '待核对',
      detail: '1条记录在两台电脑上填得不一样，未选定',
      records: ['e1'],
    },
  ])
})

test('a purge that is not done on this PC is open, with its firms', () => {
  expect(openTodos(plainRecords({ profile: [profile] }), PACK, '2021-10-08', ['e1', 'e2'])).toEqual([
    {
      kind: 'purge',
      title: '清除个人信息',
      detail: '2家企业的清除在本机没有做完，历史里还有要清除的值',
      records: ['e1', 'e2'],
    },
  ])
})
