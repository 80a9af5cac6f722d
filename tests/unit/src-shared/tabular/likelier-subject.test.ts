import { expect, it } from 'vitest'
import { SUBJECTS, type Subject } from '#shared/tabular/cleaned.ts'
import { likelierSubject } from '#shared/tabular/likelier-subject.ts'
import { workbookFixture } from '#tests/support/workbook-fixture.ts'

const SAMPLES: readonly (readonly [string, Subject])[] = [
  ['enterprises-clean-120.xlsx', 'enterprises'],
  ['enterprises-messy.xlsx', 'enterprises'],
  ['enterprises-gbk.csv', 'enterprises'],
  ['patents-2021.xlsx', 'patents'],
  ['figures-2021Q3.xlsx', 'figures'],
  ['service-log-2021.xlsx', 'activities'],
]

it('a sample is nothing else than what it is', () => {
  for (const [name, subject] of SAMPLES)
    expect([name, likelierSubject(workbookFixture(name), subject)]).toEqual([name, null])
})

it('a table of another kind is recognised wherever it is imported', () => {
  for (const [name] of SAMPLES) {
    const file = workbookFixture(name)
    const own = SAMPLES.find(([each]) => each === name)?.[1]
    for (const subject of SUBJECTS.filter((each) => each !== own))
      expect([name, subject, likelierSubject(file, subject)]).toEqual([name, subject, own])
  }
})

const sheetOf = (sheet: string, ...rows: (readonly string[])[]) => ({
  sheet,
  rows,
  columns: rows[0]?.length ?? 0,
  merges: [],
  hiddenRows: [],
  hiddenColumns: [],
  hiddenSheet: false,
})

it('a companion is the list of firms only where it stands alone or is asked for', () => {
  const firms = sheetOf(
    '列入前情况',
    ['企业名称', '统一社会信用代码', '列入前授权情况'],
    ['甲公司', '', '从未'],
  )
  const patents = sheetOf('台账', ['申请号', '专利名称', '企业名称'], ['201919000001.X', '一种', '甲公司'])
  const both = { file: 'x.xlsx', sheets: [patents, firms] }
  expect([
    likelierSubject(both, 'enterprises'),
    likelierSubject({ file: 'x.xlsx', sheets: [firms] }, 'enterprises'),
    likelierSubject(both, 'enterprises', '列入前情况'),
    likelierSubject(both, 'enterprises', '台账'),
    likelierSubject(both, 'patents', '列入前情况'),
  ]).toEqual(['patents', null, null, 'patents', null])
})

it('a sheet asked for is judged by itself', () => {
  const list = workbookFixture('enterprises-clean-120.xlsx')
  expect([
    likelierSubject(list, 'enterprises', '填表说明'),
    likelierSubject(list, 'patents'),
    likelierSubject(list, 'patents', '填表说明'),
  ]).toEqual([null, 'enterprises', null])
})

it('columns about the firms do not make a register of patents or a table of figures a list of firms', () => {
  const firm = ['企业名称', '统一社会信用代码', '所在园区', '所属产业链', '联系人', '联系电话', '主导产品']
  const asked = (subject: Subject, ...rows: (readonly string[])[]) =>
    likelierSubject({ file: 'x.xlsx', sheets: [sheetOf('Sheet1', ...rows)] }, subject)
  expect([
    asked('patents', [...firm, '申请号']),
    asked('figures', [...firm, '期间', '营业收入']),
    asked('figures', ['平江县2021年1-9月企业数据'], [...firm, '营业收入']),
    asked('figures', [...firm, '营业收入']),
  ]).toEqual([null, null, null, 'enterprises'])
})

it('a short table of figures is none of firms, and a table of nothing is not named', () => {
  const figures = sheetOf('Sheet1', ['企业名称', '期间', '营业收入（万元）'], ['甲公司', '1-9月累计', '5'])
  const nothing = sheetOf('Sheet1', ['日期', '天气'], ['2021-01-01', '晴'])
  expect([
    likelierSubject({ file: 'x.xlsx', sheets: [figures] }, 'enterprises'),
    likelierSubject({ file: 'x.xlsx', sheets: [nothing] }, 'enterprises'),
  ]).toEqual(['figures', null])
})
