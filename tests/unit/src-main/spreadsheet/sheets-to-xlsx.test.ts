import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { sheetsToXlsx } from '#main/spreadsheet/sheets-to-xlsx.ts'
import type { Sheet } from '#shared/sheets/sheet.ts'
import { nestingFault, partsOf, valuesOf } from './opened-xlsx.ts'

const SHEET: Sheet = {
  form: 'form2',
  label: '表2',
  title: '平江县破零企业<明细> & 表',
  period: '2021年三季度（1—9月累计）',
  unitLine: {
    unit: '填报单位（盖章）：平江县科工局',
    date: '填报日期：2021年10月8日',
    measure: '单位：万元',
  },
  orientation: 'landscape',
  columns: [
    { headings: ['序号', '序号'], width: 6, align: 'center' },
    { headings: ['企业名称', '企业名称'], width: 30, align: 'left' },
    { headings: ['研发投入', '本季'], width: 10, align: 'right' },
    { headings: ['研发投入', '累计'], width: 10, align: 'right' },
    { headings: ['授权公告日', '授权公告日'], width: 12, align: 'center' },
    { headings: ['完成率（%）', '完成率（%）'], width: 10, align: 'right' },
  ],
  rows: [
    { kind: 'group', cells: [null, '一、破零', null, null, null, null] },
    {
      kind: 'data',
      cells: [
        '1',
        '=cmd|"/c calc"!A1',
        { value: 12.345, decimals: 2 },
        null,
        { date: '2021-03-05' },
        { percent: 108.9 },
      ],
    },
    {
      kind: 'data',
      cells: [
        '2',
        '甲\u0007_x0041_乙',
        { value: 7, decimals: 0 },
        { value: Number.NaN, decimals: 2 },
        { date: '2021-03' },
        null,
      ],
    },
    { kind: 'total', cells: ['合计', null, { value: 19.345, decimals: 2 }, null, null, null] },
  ],
  notes: ['注:—表示没有数据。'],
  signatures: [
    { label: '单位负责人', value: '张三' },
    { label: '填表人', value: '李四' },
  ],
  rules: '口径版本 v1',
  watermark: '送审稿&样 试用数据',
  code: '12345 67890 12345 67890 12345 67890',
}

const bytes = sheetsToXlsx([SHEET])
const worksheet = partsOf(bytes)['xl/worksheets/sheet1.xml'] ?? ''

describe('sheetsToXlsx', () => {
  it('holds every cell with its type', () => {
    expect(valuesOf(bytes)).toEqual({
      A1: '【送审稿&样】【试用数据】',
      A2: '表2',
      A3: '平江县破零企业<明细> & 表',
      A4: '2021年三季度（1—9月累计）',
      A5: '填报单位（盖章）：平江县科工局',
      C5: '填报日期：2021年10月8日',
      E5: '单位：万元',
      A6: '序号',
      B6: '企业名称',
      C6: '研发投入',
      E6: '授权公告日',
      F6: '完成率（%）',
      C7: '本季',
      D7: '累计',
      B8: '一、破零',
      A9: '1',
      B9: '=cmd|"/c calc"!A1',
      C9: 12.345,
      D9: '—',
      E9: 44260,
      F9: 108.9,
      A10: '2',
      B10: '甲_x0041_乙',
      C10: 7,
      D10: '—',
      E10: '2021-03',
      F10: '—',
      A11: '合计',
      B11: '—',
      C11: 19.345,
      D11: '—',
      E11: '—',
      F11: '—',
      A12: '注:—表示没有数据。',
      A13: '口径版本 v1',
      A14: '单位负责人：张三        填表人：李四',
      A15: '校验码 12345 67890 12345 67890 12345 67890',
    })
  })

  it('shows numbers and dates as paper does', () => {
    const sheet = XLSX.read(bytes, { cellNF: true }).Sheets.表2
    const shown = ['C9', 'F9', 'E9', 'C10'].map((address) => sheet?.[address]?.w)
    expect(shown).toEqual(['12.35', '108.90', '2021-03-05', '7'])
  })

  it('merges the title, the unit line, the headings and the closing lines', () => {
    const merges = XLSX.read(bytes).Sheets.表2?.['!merges'] ?? []
    expect(merges.map((merge) => XLSX.utils.encode_range(merge)).sort()).toEqual(
      [
        ...['A1:F1', 'A2:F2', 'A3:F3', 'A4:F4', 'A5:B5', 'C5:D5', 'E5:F5'],
        ...['A6:A7', 'B6:B7', 'C6:D6', 'E6:E7', 'F6:F7'],
        ...['A12:F12', 'A13:F13', 'A14:F14', 'A15:F15'],
      ].sort(),
    )
  })

  it('lets the words of a group run over the blank cells beside them, as on paper', () => {
    const rows: Sheet['rows'] = [
      { kind: 'group', cells: ['一、台账数据', '', '', '', '', ''] },
      { kind: 'data', cells: ['1', '', '', '', '', ''] },
    ]
    const plain = partsOf(sheetsToXlsx([{ ...SHEET, rows }]))['xl/worksheets/sheet1.xml'] ?? ''
    expect(plain).toContain('<mergeCell ref="A8:F8"/>')
    expect(plain).not.toContain('ref="A9')
  })

  it('prints on A4 with repeated headings, page numbers and the watermark', () => {
    expect(worksheet).toContain(
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    )
    expect(worksheet).toContain(
      '<oddHeader>&amp;C&amp;&quot;黑体,常规&quot;&amp;14 【送审稿&amp;&amp;样】【试用数据】</oddHeader>',
    )
    expect(worksheet).toContain('<oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页&amp;R校验码 12345')
    expect(worksheet).toContain('<pane ySplit="7" topLeftCell="A8"')
    expect(partsOf(bytes)['xl/workbook.xml']).toContain(
      `<definedName name="_xlnm.Print_Area" localSheetId="0">'表2'!$A$1:$F$15</definedName>` +
        `<definedName name="_xlnm.Print_Titles" localSheetId="0">'表2'!$6:$7</definedName>`,
    )
  })

  it('shares the page among the columns by their widths', () => {
    const widths = [...worksheet.matchAll(/<col min="\d+" max="\d+" width="([\d.]+)"/g)].map(([, width]) =>
      Number(width),
    )
    expect(widths).toEqual([10.15, 50.77, 16.92, 16.92, 20.31, 16.92])
  })

  it('says in red, in the first row, that it is no report', () => {
    const style = Number(/<c r="A1" s="(\d+)"/.exec(worksheet)?.[1])
    const styles = partsOf(bytes)['xl/styles.xml'] ?? ''
    const xf = styles.split('<cellXfs')[1]?.match(/<xf .*?(\/>|<\/xf>)/g)?.[style] ?? ''
    const fonts = styles.match(/<font>.*?<\/font>/g) ?? []
    expect(fonts[Number(/fontId="(\d+)"/.exec(xf)?.[1])]).toContain('<color rgb="FFC00000"/>')
  })

  it('guards text that looks like a formula even when it is edited', () => {
    const style = Number(/<c r="B9" s="(\d+)"/.exec(worksheet)?.[1])
    const xfs =
      partsOf(bytes)
        ['xl/styles.xml']?.split('<cellXfs')[1]
        ?.match(/<xf .*?(\/>|<\/xf>)/g) ?? []
    expect(xfs[style]).toContain('quotePrefix="1"')
  })

  it('is well-formed in every part and the same bytes every time', () => {
    const faults = Object.entries(partsOf(bytes)).map(([path, xml]) => [path, nestingFault(xml)])
    expect(faults.filter(([, fault]) => fault !== null)).toEqual([])
    expect(faults.length).toBe(6)
    expect(Buffer.from(sheetsToXlsx([SHEET])).equals(Buffer.from(bytes))).toBe(true)
  })

  it('gives sheets names that are valid and unique', () => {
    const labels = ['表2', '表2', '', 'a/b:c*d?e[f]g\\h', "'引号'", 'History', '长'.repeat(40)]
    const book = XLSX.read(sheetsToXlsx(labels.map((label) => ({ ...SHEET, label }))))
    expect(book.SheetNames).toEqual([
      '表2',
      '表2(2)',
      '平江县破零企业<明细> & 表',
      'a b c d e f g h',
      '引号',
      'History(2)',
      '长'.repeat(31),
    ])
  })

  it('keeps a narrow table and a draft without code whole', () => {
    const narrow: Sheet = {
      ...SHEET,
      orientation: 'portrait',
      watermark: null,
      code: null,
      columns: [{ headings: ['项目'], width: 1, align: 'left' }],
      rows: [{ kind: 'data', cells: ['甲'] }],
      notes: [],
      signatures: [],
    }
    const values = valuesOf(sheetsToXlsx([narrow]))
    expect(values).toMatchObject({
      A4: '填报单位（盖章）：平江县科工局    填报日期：2021年10月8日    单位：万元',
      A5: '项目',
      A6: '甲',
      A7: '口径版本 v1',
    })
    expect(Object.keys(values)).toHaveLength(7)
  })
})
