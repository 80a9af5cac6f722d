import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { cleanWorkbook } from '#shared/tabular/clean-workbook.ts'
import type { CleanedRow } from '#shared/tabular/cleaned.ts'
import { fixtureJson, workbookFixture } from '#tests/support/workbook-fixture.ts'

const Expectations = z.object({
  sheet: z.string(),
  headerRows: z.array(z.number()),
  dataRows: z.number(),
  expected: z.array(z.object({ row: z.number(), issues: z.array(z.string()) })),
})

const expectations = Expectations.parse(fixtureJson('enterprises-messy.expected.json'))
const cleaned = cleanWorkbook(workbookFixture('enterprises-messy.xlsx'), 'enterprises', {
  today: '2021-10-08',
  ownDivision: '430626',
  ownUnitName: '平江县',
  defaultYear: null,
})
const { main } = cleaned

function rowAt(row: number): CleanedRow {
  const found = main.rows.find((each) => each.row === row)
  if (found === undefined) throw new Error(`row ${row} is lost`)
  return found
}

describe('the messy list of firms', () => {
  it('is found behind an empty first sheet, the hidden old version last but one', () => {
    expect(cleaned.sheets.map((sheet) => sheet.sheet)).toEqual([expectations.sheet, '旧版', 'Sheet1'])
    expect({ sheet: main.sheet, headerRows: main.headerRows }).toEqual({
      sheet: expectations.sheet,
      headerRows: expectations.headerRows,
    })
  })

  it('shows every expected finding', () => {
    const missing = expectations.expected.flatMap(({ row, issues }) => {
      const kinds = new Set(rowAt(row).findings.map((finding) => finding.kind))
      return issues.filter((issue) => !kinds.has(issue)).map((issue) => `${row}: ${issue}`)
    })
    expect(missing).toEqual([])
  })

  it('accounts for each of the 93 rows exactly once', () => {
    expect(main.rows.map((row) => row.row)).toEqual(Array.from({ length: 93 }, (_, at) => at + 1))
    const { ok, fixed, todo, notData } = main.counts
    expect(ok + fixed + todo + notData).toBe(93)
    expect(93 - notData).toBe(expectations.dataRows)
  })

  it('maps the two-level header to fields and years', () => {
    const mapped = main.columns.map((column) => [column.header, column.target])
    expect(mapped).toEqual([
      ['序号', null],
      ['企业名称', 'enterprise.name'],
      ['统一社会信用代码', 'enterprise.code'],
      ['所属园区（乡镇）', 'enterprise.park'],
      ['行业', 'enterprise.industry'],
      ['产业链', 'enterprise.chain'],
      ['主导产品', 'enterprise.product'],
      ['成立时间', 'enterprise.founded'],
      ['职工人数', 'enterprise.employees'],
      ['2019年营业收入', 'figures.revenue@2019'],
      ['2019年研发投入', 'figures.rdExpense@2019'],
      ['2020年营业收入', 'figures.revenue@2020'],
      ['2020年研发投入', 'figures.rdExpense@2020'],
      ['规模', 'enterprise.size'],
      ['资质情况高企', 'enterprise.titles.高新技术企业'],
      ['资质情况省小巨人', 'enterprise.titles.省级小巨人企业'],
      ['资质情况国家小巨人', 'enterprise.titles.国家级专精特新“小巨人”企业'],
      ['发明专利情况已有（件）', 'participation.validPatents'],
      ['发明专利情况在审（件）', 'participation.pendingApplications'],
      ['类型', 'participation.type'],
      ['服务机构', 'participation.agency'],
      ['法人', 'enterprise.legalPerson'],
      ['联系人', 'enterprise.contact'],
      ['联系电话', 'enterprise.phone'],
      ['内部编号', 'custom'],
      ['备注', 'enterprise.note'],
    ])
    expect(main.unmapped).toEqual(['内部编号'])
  })

  it('reads a plain row to exactly these values', () => {
    expect(rowAt(11)).toMatchObject({ pile: 'fixed', key: '91430626EX10000630' })
    expect(rowAt(11).values).toEqual({
      'enterprise.name': '平江县示例智星电气有限责任公司',
      'enterprise.code': '91430626EX10000630',
      'enterprise.park': '平江高新技术产业园区',
      'enterprise.industry': '电气机械和器材制造业',
      'enterprise.chain': '电力新能源',
      'enterprise.product': '配电柜',
      'enterprise.founded': '2013-07-26',
      'enterprise.employees': 18,
      'enterprise.size': '微型',
      'enterprise.titles': {
        高新技术企业: { name: '高新技术企业' },
        省级小巨人企业: { name: '省级小巨人企业' },
      },
      'enterprise.legalPerson': '傅测二',
      'enterprise.contact': '吕示范',
      'enterprise.phone': '15407514128',
      'figures.revenue@2019': 1137.17,
      'figures.rdExpense@2019': 52.66,
      'figures.revenue@2020': 1573.09,
      'figures.rdExpense@2020': 91.62,
      'participation.validPatents': 4,
      'participation.pendingApplications': 1,
      'participation.type': '倍增',
      'participation.agency': '湖南样例财税咨询有限公司',
      'participation.year': 2021,
      'custom.内部编号': 'PJ006',
    })
  })

  it('leaves out what it cannot read instead of writing 0', () => {
    const absent: readonly (readonly [number, string])[] = [
      [12, 'enterprise.code'],
      [18, 'enterprise.code'],
      [43, 'enterprise.founded'],
      [54, 'figures.revenue@2020'],
      [55, 'figures.revenue@2020'],
      [56, 'figures.rdExpense@2020'],
      [57, 'figures.rdExpense@2020'],
      [60, 'enterprise.employees'],
      [63, 'participation.pendingApplications'],
      [64, 'figures.revenue@2020'],
      [66, 'figures.revenue@2020'],
      [69, 'participation.type'],
      [76, 'participation.validPatents'],
    ]
    expect(absent.filter(([row, key]) => rowAt(row).values[key] !== undefined)).toEqual([])
  })

  it('holds back exactly the rows somebody must decide on', () => {
    const held = main.rows.filter((row) => row.pile === 'todo').map((row) => row.row)
    expect(held).toEqual([12, 13, 18, 19, 20, 21, 22, 28, 30, 43, 45, 47, 56, 57, 60, 64, 66, 69, 76, 85, 86])
  })

  it('pairs the rows that are or may be one firm', () => {
    expect(main.duplicates).toEqual([
      { rows: [23, 24], reason: '代码相同' },
      { rows: [25, 26], reason: '代码相同' },
      { rows: [27, 28], reason: '名称相同但代码不同' },
      { rows: [29, 30], reason: '名称相近，疑似简称' },
    ])
  })

  it('gives the cell, the text before, the value after and a Chinese sentence', () => {
    expect(rowAt(52).findings.find((finding) => finding.kind === 'number-unit-yuan')).toEqual({
      cell: 'L52',
      field: 'figures.revenue',
      kind: 'number-unit-yuan',
      severity: 'warning',
      before: '12345678元',
      after: '1234.5678',
      message: '已按元换算为 1234.5678 万元，请确认',
    })
  })

  it('reads the .xls twin to the same values wherever the old format kept the cell', () => {
    const twin = cleanWorkbook(workbookFixture('enterprises-messy.xls'), 'enterprises', {
      today: '2021-10-08',
      ownDivision: '430626',
      ownUnitName: '平江县',
      defaultYear: null,
    }).main
    const differing = main.rows.filter(
      (row, at) => JSON.stringify(row.values) !== JSON.stringify(twin.rows[at]?.values),
    )
    expect(differing.map((row) => row.row)).toEqual([])
  })
})
