import { describe, expect, it } from 'vitest'
import { type CleanOptions, cleanSheet } from '#shared/tabular/clean-sheet.ts'
import type { Subject } from '#shared/tabular/cleaned.ts'
import type { Cell, Matrix } from '#shared/tabular/matrix.ts'
import { matrixOf } from '#tests/support/matrix-fixture.ts'

const OPTIONS: CleanOptions = { today: '2021-10-08', ownDivision: null, ownUnitName: null, defaultYear: null }
const A = '91430602MA4T002970'
const B = '91430602MA4T005290'

function read(
  rows: readonly (readonly Cell[])[],
  subject: Subject = 'enterprises',
  over: Partial<Matrix> = {},
  options: Partial<CleanOptions> = {},
) {
  return cleanSheet(matrixOf(rows, over), subject, { ...OPTIONS, ...options })
}
const targets = (sheet: ReturnType<typeof read>) => sheet.columns.map((column) => column.target)

describe('the header', () => {
  it('is found in row 60 and not looked for below', () => {
    const filler = (count: number) => Array.from({ length: count }, (_, at) => [`说明${at}`])
    const table = [
      ['企业名称', '统一社会信用代码'],
      ['甲有限公司', A],
    ]
    expect(read([...filler(59), ...table]).headerRows).toEqual([60])
    expect(read([...filler(60), ...table]).headerRows).toEqual([])
  })

  it('may have three levels', () => {
    const sheet = read(
      [
        ['企业名称', '代码情况', '经营情况', null],
        [null, null, '2020年', null],
        [null, '统一社会信用代码', '营业收入', '研发费用'],
        ['甲有限公司', A, 100, 5],
      ],
      'enterprises',
      {
        merges: [
          { top: 0, left: 0, bottom: 2, right: 0 },
          { top: 0, left: 2, bottom: 0, right: 3 },
          { top: 1, left: 2, bottom: 1, right: 3 },
        ],
      },
    )
    expect(sheet.headerRows).toEqual([1, 2, 3])
    expect(targets(sheet)).toEqual([
      'enterprise.name',
      'enterprise.code',
      'figures.revenue@2020',
      'figures.rdExpense@2020',
    ])
  })

  it('gives a year standing unmerged over two columns to both', () => {
    const sheet = read([
      ['企业名称', '2019年', null],
      [null, '营业收入', '研发投入'],
      ['甲有限公司', 100, 5],
    ])
    expect(targets(sheet)).toEqual(['enterprise.name', 'figures.revenue@2019', 'figures.rdExpense@2019'])
  })

  it('ignores spaces, line breaks, width of brackets and units', () => {
    const sheet = read([
      [
        '企 业\n名 称',
        '统一社会\n信用代码',
        '所在园区（乡镇）',
        '从业人员（人）',
        '２０２０年营业收入（万元）',
      ],
      ['甲有限公司', A, '安定镇', 5, 100],
    ])
    expect(targets(sheet)).toEqual([
      'enterprise.name',
      'enterprise.code',
      'enterprise.park',
      'enterprise.employees',
      'figures.revenue@2020',
    ])
  })

  it('keeps a second column of the same meaning as a column nobody understood', () => {
    const sheet = read([
      ['企业名称', '统一社会信用代码', '联系电话', '手机号码'],
      ['甲有限公司', A, '0730-0813123', '15400000001'],
    ])
    expect(targets(sheet)).toEqual(['enterprise.name', 'enterprise.code', 'enterprise.phone', 'custom'])
    expect(sheet.unmapped).toEqual(['手机号码'])
  })

  it('recognises codes by their content under a heading nobody knows', () => {
    const sheet = read([
      ['企业名称', '证照'],
      ['甲有限公司', A],
      ['乙有限公司', B],
    ])
    expect(targets(sheet)).toEqual(['enterprise.name', 'enterprise.code'])
  })

  it('takes the user\u2019s mapping before its own', () => {
    const sheet = read(
      [
        ['企业名称', '统一社会信用代码', '营业收入', '杂项'],
        ['甲有限公司', A, 100, '丢弃'],
      ],
      'enterprises',
      {},
      { mapping: { 2: 'figures.revenue@2020', 3: null } },
    )
    expect(targets(sheet)).toEqual(['enterprise.name', 'enterprise.code', 'figures.revenue@2020', null])
    expect(sheet.rows[1]?.values).toEqual({
      'enterprise.name': '甲有限公司',
      'enterprise.code': A,
      'figures.revenue@2020': 100,
    })
  })

  it('asks for the year of money without one instead of guessing', () => {
    const sheet = read([
      ['企业名称', '统一社会信用代码', '营业收入（万元）'],
      ['甲有限公司', A, 100],
    ])
    expect(targets(sheet)).toEqual(['enterprise.name', 'enterprise.code', 'custom'])
    expect(sheet.rows[0]?.findings.map((finding) => finding.kind)).toEqual([
      'header-row',
      'figures-year-unknown',
    ])
  })
})

describe('what only the title says', () => {
  it('the unit, in force where no heading names one', () => {
    const sheet = read([
      ['企业情况表'],
      ['单位：元'],
      ['企业名称', '统一社会信用代码', '2020年营业收入', '2020年研发费用（万元）'],
      ['甲有限公司', A, 12345678, 5],
    ])
    expect(sheet.rows[3]?.values).toMatchObject({
      'figures.revenue@2020': 1234.5678,
      'figures.rdExpense@2020': 5,
    })
  })

  it('the year of the list, not the date of filling in', () => {
    const sheet = read([
      ['填报日期：2022年1月5日'],
      ['2021年参与企业名单'],
      ['企业名称', '统一社会信用代码'],
      ['甲有限公司', A],
    ])
    expect(sheet.rows[3]?.values).toMatchObject({ 'participation.year': 2021 })
  })

  it('last year relative to the list', () => {
    const sheet = read([
      ['2021年参与企业名单'],
      ['企业名称', '统一社会信用代码', '上年营业收入（万元）'],
      ['甲有限公司', A, 5],
    ])
    expect(targets(sheet)).toEqual(['enterprise.name', 'enterprise.code', 'figures.revenue@2020'])
  })

  it('year and period of figures', () => {
    const sheet = read(
      [
        ['2021年1-9月企业主要指标', null, null],
        ['企业名称', '统一社会信用代码', '营业收入（万元）'],
        ['甲有限公司', A, 5],
      ],
      'figures',
    )
    expect(sheet.rows[2]?.values).toEqual({
      'enterprise.name': '甲有限公司',
      'enterprise.code': A,
      'figures.revenue': 5,
      'figures.year': 2021,
      'figures.period': '1-9月累计',
    })
  })

  it('nothing about the unit is said once, at the heading', () => {
    const sheet = read([
      ['企业名称', '统一社会信用代码', '2020年营业收入'],
      ['甲有限公司', A, 5],
    ])
    expect(sheet.rows[0]?.findings.map((finding) => finding.kind)).toEqual(['header-row', 'unit-not-stated'])
    expect(sheet.rows[1]?.pile).toBe('ok')
  })
})

describe('rows that are no data', () => {
  it('are recognised by what they say', () => {
    const head = ['序号', '企业名称', '统一社会信用代码', '主导产品', '从业人员', '备注']
    const sheet = read([
      ['2021年平江县参与企业名单'],
      head,
      [1, '甲有限公司', A, '茶', 5, null],
      [null, '一、高新区', null, null, null, null],
      ['二、乡镇', null, null, null, null, null],
      [null, '高新区小计', null, null, 5, null],
      [null, null, null, null, null, null],
      ['2021年平江县参与企业名单（续）'],
      head,
      [2, '乙有限公司', B, '茶', 6, null],
      [3, null, null, null, null, null],
      [null, '合 计', null, null, 11, null],
      ['注：本表一式两份'],
      ['单位负责人:  审核人:  填表人：张三'],
    ])
    expect(sheet.rows.map((row) => [row.row, row.pile, row.findings[0]?.kind ?? null])).toEqual([
      [1, 'notData', 'title-row'],
      [2, 'notData', 'header-row'],
      [3, 'ok', null],
      [4, 'todo', 'uscc-missing'],
      [5, 'notData', 'group-row'],
      [6, 'notData', 'subtotal-row'],
      [7, 'notData', 'blank-row'],
      [8, 'notData', 'repeated-title'],
      [9, 'notData', 'repeated-header'],
      [10, 'ok', null],
      [11, 'notData', 'numbered-blank-row'],
      [12, 'notData', 'total-row'],
      [13, 'notData', 'footnote-row'],
      [14, 'notData', 'signature-row'],
    ])
  })

  it('do not include a firm whose name sounds like one', () => {
    const sheet = read([
      ['企业名称', '统一社会信用代码', '主导产品'],
      ['平江合计设备有限公司', A, '茶'],
      ['注塑有限公司', B, '茶'],
    ])
    expect(sheet.rows.map((row) => row.pile)).toEqual(['notData', 'ok', 'ok'])
  })

  it('hidden rows with data are held back until somebody says yes', () => {
    const sheet = read(
      [
        ['企业名称', '统一社会信用代码'],
        ['甲有限公司', A],
      ],
      'enterprises',
      { hiddenRows: [1], hiddenColumns: [1] },
    )
    expect(sheet.rows.map((row) => [row.pile, row.findings.map((finding) => finding.kind)])).toEqual([
      ['notData', ['header-row', 'hidden-column']],
      ['todo', ['hidden-row']],
    ])
  })
})

describe('merged cells in the data', () => {
  it('give their text to each row, but never their number', () => {
    const sheet = read(
      [
        ['企业名称', '统一社会信用代码', '所在园区', '从业人员'],
        ['甲有限公司', A, '安定镇', 5],
        ['乙有限公司', B, null, null],
      ],
      'enterprises',
      {
        merges: [
          { top: 1, left: 2, bottom: 2, right: 2 },
          { top: 1, left: 3, bottom: 2, right: 3 },
        ],
      },
    )
    expect(sheet.rows[2]).toMatchObject({
      pile: 'todo',
      values: { 'enterprise.name': '乙有限公司', 'enterprise.code': B, 'enterprise.park': '安定镇' },
      findings: [
        { cell: 'C3', kind: 'merged-cell-fill-down' },
        { cell: 'D3', kind: 'merged-number' },
      ],
    })
    expect(Object.keys(sheet.rows[2]?.values ?? {})).not.toContain('enterprise.employees')
  })
})
