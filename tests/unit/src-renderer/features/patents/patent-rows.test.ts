import { describe, expect, test } from 'vitest'
import { patentRows, rowsInView, searchedText } from '#renderer/features/patents/patent-rows.ts'
import type { Row } from '#shared/records/dictionary.ts'
import { plainRecords } from '#tests/support/plain-records.ts'

const TODAY = '2021-10-08'
const firm = { id: 'f1', name: '平江样例海清铝业有限公司', code: '91430626EX10000630' }
const owners = {
  u: { name: '样例大学', order: 1 },
  f1: { name: '旧名称', order: 2, enterprise: 'f1', acquisition: '共有' as const },
}
const base: Row<'patent'> = {
  id: 'p1',
  applicationNo: '201911044411.X',
  title: '一种装置',
  kind: '发明',
  filedOn: '2019-10-30',
  grantedOn: '2021-08-03',
  status: '授权',
  owners,
}

function marksOf(...patents: readonly Partial<Row<'patent'>>[]): readonly (readonly string[])[] {
  const patent = patents.map((more, at) => ({ ...base, id: `p${at}`, ...more }))
  const rows = patentRows(plainRecords({ enterprise: [firm], patent }), TODAY)
  return rows.map((row) => row.marks.map((mark) => mark.word))
}

describe('a patent in the table', () => {
  test('names our firms first, by their present name, with their way of acquisition', () => {
    const [row] = patentRows(plainRecords({ enterprise: [firm], patent: [base] }), TODAY)
    expect(row).toEqual({
      ...base,
      ownerNames: ['平江样例海清铝业有限公司', '样例大学'],
      acquisitions: ['共有'],
      marks: [],
      voided: null,
    })
  })

  test('marks a grant without its day, a wait for the announcement, and what does not count', () => {
    expect(marksOf({ grantedOn: undefined })).toEqual([['缺公告日']])
    expect(marksOf({ grantedOn: undefined, status: '授权通知' })).toEqual([['待公告']])
    expect(marksOf({ applicationNo: '201730610076.0', kind: '外观设计' })).toEqual([['外观不计入']])
    expect(marksOf({ applicationNo: undefined, kind: '实用新型' })).toEqual([['缺申请号', '实用新型不计入']])
    expect(marksOf({ owners: { u: { name: '样例大学', order: 1 } } })).toEqual([['专利权人不在名录']])
  })

  test('marks doubtful numbers and contradicting entries', () => {
    expect(marksOf({ applicationNo: '201911044411.3' })).toEqual([['校验位不符']])
    expect(marksOf({ applicationNo: 'CN110941994B' })).toEqual([['申请号有误']])
    expect(marksOf({}, { applicationNo: 'ZL201911044411X' })).toEqual([['申请号重复'], ['申请号重复']])
    expect(marksOf({ kind: '实用新型' })).toEqual([['类型与申请号不符']])
    expect(marksOf({ grantedOn: '2019-10' })).toEqual([[]])
    expect(marksOf({ grantedOn: '2019-09' })).toEqual([['公告日早于申请日']])
    expect(marksOf({ status: '实质审查' })).toEqual([['状态未更新']])
  })

  test('marks an application under examination 18 months after its last known step', () => {
    const pending = { grantedOn: undefined, status: '实质审查' } as const
    expect(marksOf({ ...pending, filedOn: '2020-04-07' })).toEqual([['在审超过18个月未更新']])
    expect(marksOf({ ...pending, filedOn: '2020-04-08' })).toEqual([[]])
    expect(marksOf({ ...pending, filedOn: '2019-01-01', publishedOn: '2020-07-01' })).toEqual([[]])
    expect(marksOf({ ...pending, filedOn: '2019-01-01', status: '驳回' })).toEqual([[]])
  })
})

describe('choosing patents', () => {
  const rows = patentRows(
    plainRecords({
      enterprise: [firm],
      patent: [base, { ...base, id: 'p2', applicationNo: '201811564288.X', grantedOn: '2020-12-01' }],
    }),
    TODAY,
  )

  test('a year takes those announced in it, 需处理 those with something to do', () => {
    expect(rowsInView(rows, 'granted', 2021).map((row) => row.id)).toEqual(['p1'])
    expect(rowsInView(rows, 'toDo', 2021)).toEqual([])
    expect(rowsInView(rows, 'all', 2021)).toEqual(rows)
    expect(rowsInView(rows, 'toDo', 2021, new Set(['p2'])).map((row) => row.id)).toEqual(['p2'])
  })

  test('a number is found without its point and with ZL or CN, a firm by its initials', () => {
    const [row] = rows
    if (row === undefined) throw new Error('no row')
    const text = searchedText(row, (name) => `initials of ${name}`)
    expect(text.split('\n')).toEqual([
      '201911044411X',
      'ZL201911044411.X',
      'ZL201911044411X',
      'CN201911044411.X',
      'CN201911044411X',
      'initials of 一种装置',
      'initials of 平江样例海清铝业有限公司',
      'initials of 样例大学',
    ])
  })
})
