import { describe, expect, it } from 'vitest'
import {
  cleanedByChoices,
  type ImportChoices,
  initialChoices,
  isChosen,
  mustAnswerState,
  planByChoices,
  rowKey,
  statedList,
  unitCleanOptions,
} from '#renderer/features/import/import-choices.ts'
import type { Records } from '#shared/edits/read-model.ts'
import type { Cell, Workbook } from '#shared/tabular/matrix.ts'
import { countingIds, importedRecords } from '#tests/support/imported-records.ts'
import { matrixOf } from '#tests/support/matrix-fixture.ts'
import { workbookFixture } from '#tests/support/workbook-fixture.ts'

const A = '91430602MA4T002970'
const B = '91430602MA4T005290'
const OPTIONS = { today: '2022-01-05', ownDivision: null, ownUnitName: null, defaultYear: 2021 }

const workbook = (rows: readonly (readonly Cell[])[], hiddenColumns: number[] = []): Workbook => ({
  file: '名单.xlsx',
  sheets: [matrixOf(rows, { hiddenColumns })],
})

const LIST = workbook([
  ['2021年参与企业名单'],
  ['企业名称', '统一社会信用代码', '内部编号'],
  ['甲公司', A, '一'],
  ['乙公司', '', '二'],
])

function plan(file: Workbook, over: Partial<ImportChoices> = {}, records: Records = importedRecords()) {
  const choices = { ...initialChoices(file, 'enterprises', null), ...over }
  const cleaned = cleanedByChoices(file, 'enterprises', OPTIONS, choices)
  return planByChoices(cleaned, records, choices, 2021, countingIds())
}

describe('choices of an import', () => {
  it('leave hidden columns out until they are asked for', () => {
    const file = workbookFixture('enterprises-messy.xlsx')
    const choices = initialChoices(file, 'enterprises', null)
    const { main } = cleanedByChoices(file, 'enterprises', OPTIONS, choices)
    expect(choices.mapping).toEqual({ 24: null })
    expect(main.columns.find((column) => column.column === 24)).toEqual({
      column: 24,
      header: '内部编号',
      target: null,
    })
    expect(main.unmapped).toEqual([])
    const asked = cleanedByChoices(file, 'enterprises', OPTIONS, { ...choices, mapping: { 24: 'custom' } })
    expect(asked.main.unmapped).toEqual(['内部编号'])
  })

  it('keep a column nobody understood as an own column', () => {
    const records = importedRecords(plan(LIST).operations)
    expect(records.of('column').map((column) => column.title)).toEqual(['内部编号'])
    const [column] = records.of('column')
    expect(records.of('enterprise').map((firm) => Reflect.get(firm, `custom.${column?.id}`))).toEqual(['一'])
  })

  it('take rows in and leave rows out against the default', () => {
    const rows = new Map([
      [rowKey('Sheet1', 3), false],
      [rowKey('Sheet1', 4), true],
    ])
    const records = importedRecords(plan(LIST, { rows }).operations)
    expect(records.of('enterprise').map((firm) => [firm.name, firm.code])).toEqual([['乙公司', undefined]])
    const { main } = cleanedByChoices(LIST, 'enterprises', OPTIONS, initialChoices(LIST, 'enterprises', null))
    const choices = initialChoices(LIST, 'enterprises', null)
    expect(main.rows.map((row) => isChosen(choices, 'Sheet1', row))).toEqual([false, false, true, false])
  })

  it('put firms on the list the title names, in the state that was answered', () => {
    const records = importedRecords(plan(LIST, { listState: '拟报' }).operations)
    expect(records.of('participation').map(({ year, state }) => [year, state])).toEqual([[2021, '拟报']])
  })

  it('put firms on another year, or on no list at all, when that is asked', () => {
    const other = importedRecords(plan(LIST, { list: 2022, listState: '县级审定' }).operations)
    expect(other.of('participation').map(({ year }) => year)).toEqual([2022])
    const none = importedRecords(plan(LIST, { list: 'none' }).operations)
    expect([none.of('enterprise').length, none.of('participation').length]).toEqual([1, 0])
  })

  it('leave no trace of the list even where columns speak of it', () => {
    const file = workbook([
      ['企业名称', '统一社会信用代码', '参与年度', '参与类型'],
      ['甲公司', A, 2021, '破零'],
      ['乙公司', B, 2022, '倍增'],
    ])
    expect(importedRecords(plan(file, { list: 'none' }).operations).of('participation')).toEqual([])
    const listed = importedRecords(plan(file, { listState: '县级审定' }).operations).of('participation')
    expect(listed.map(({ year, type }) => [year, type])).toEqual([
      [2021, '破零'],
      [2022, '倍增'],
    ])
  })
})

it('what firms had before belongs to the list of the year worked on, or of the year that is asked', () => {
  const firms = workbookFixture('enterprises-clean-120.xlsx')
  const listed = importedRecords(plan(firms, { listState: '县级审定' }).operations)
  const file = workbookFixture('patents-2021.xlsx')
  const choices = initialChoices(file, 'patents', null)
  const cleaned = cleanedByChoices(file, 'patents', OPTIONS, choices)
  const companionRows = (over: Partial<ImportChoices>) =>
    planByChoices(cleaned, listed, { ...choices, ...over }, 2021, countingIds())
      .rows.filter((row) => row.sheet === '列入前情况')
      .map((row) => row.reason ?? row.status)
  expect(new Set(companionRows({}))).toEqual(new Set(['changed']))
  expect(new Set(companionRows({ list: 2022 }))).toEqual(new Set(['这家企业不在2022年名单中']))
})

describe('the questions asked', () => {
  const mainOf = (file: Workbook) =>
    cleanedByChoices(file, 'enterprises', OPTIONS, initialChoices(file, 'enterprises', null)).main
  const PLAIN = workbook([
    ['企业名称', '统一社会信用代码', '电话'],
    ['甲公司', A, '15400000001'],
  ])

  it('begin with the list the sheet speaks of', () => {
    expect(statedList(mainOf(LIST))).toBe(2021)
    expect(statedList(mainOf(PLAIN))).toBe('none')
    expect(statedList(mainOf(workbookFixture('enterprises-clean-120.xlsx')))).toBe('sheet')
  })

  it('insist on 是否已审定 only when firms are put on a list', () => {
    const open = initialChoices(LIST, 'enterprises', null)
    expect(mustAnswerState(mainOf(LIST), open)).toBe(true)
    expect(mustAnswerState(mainOf(LIST), { ...open, listState: '拟报' })).toBe(false)
    expect(mustAnswerState(mainOf(LIST), { ...open, list: 'none' })).toBe(false)
    expect(mustAnswerState(mainOf(PLAIN), open)).toBe(false)
  })
})

describe('the unit', () => {
  const profile = (unit: string) =>
    importedRecords([{ record: 'profile', id: 'unit', set: { unit, fullName: '示例局', preparer: '李某' } }])

  it('says whose codes and whose name are expected', () => {
    const options = { today: '2022-01-05', defaultYear: 2021 }
    expect(unitCleanOptions(profile('YY-430626'), '2022-01-05', 2021)).toEqual({
      ...options,
      ownDivision: '430626',
      ownUnitName: '平江县',
    })
    expect(unitCleanOptions(profile('YY-NHQ'), '2022-01-05', 2021)).toEqual({
      ...options,
      ownDivision: null,
      ownUnitName: '南湖新区',
    })
    expect(unitCleanOptions(profile('YY-430600'), '2022-01-05', 2021)).toEqual({
      ...options,
      ownDivision: null,
      ownUnitName: null,
    })
  })
})
