import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseWorkbook } from '#main/spreadsheet/parse-workbook.ts'
import { type RecordColumn, recordsToXlsx } from '#main/spreadsheet/records-to-xlsx.ts'
import { nestingFault, partsOf, valuesOf } from './opened-xlsx.ts'

const COLUMNS: readonly RecordColumn[] = [
  { title: '企业名称', kind: 'text', width: 260 },
  { title: '统一社会信用代码', kind: 'creditCode' },
  { title: '从业人员', kind: 'count', unit: '人' },
  { title: '营业收入（万元）', kind: 'amount', unit: '万元' },
  { title: '成立日期', kind: 'date' },
  { title: '是否规上', kind: 'flag' },
]

describe('recordsToXlsx', () => {
  it('comes back from our own reader with the same types', () => {
    const bytes = recordsToXlsx(
      COLUMNS,
      [
        ['甲公司', '914306261234567890', 80, 1234.5678, '2013-05-04', true],
        ['=1+1', '0123', null, -3, '2013-05', false],
        ['+86 <&>"\'', '', 0, 0, null, null],
      ],
      '企业名录',
    )
    const read = parseWorkbook('out.xlsx', bytes)
    expect(read.ok && read.value.sheets[0]).toEqual({
      sheet: '企业名录',
      rows: [
        ['企业名称', '统一社会信用代码', '从业人员（人）', '营业收入（万元）', '成立日期', '是否规上'],
        ['甲公司', '914306261234567890', 80, 1234.5678, { kind: 'date', iso: '2013-05-04' }, '是'],
        ['=1+1', '0123', null, -3, '2013-05', '否'],
        ['+86 <&>"\'', null, 0, 0],
      ],
      columns: 6,
      merges: [],
      hiddenRows: [],
      hiddenColumns: [],
      hiddenSheet: false,
    })
  })

  it('has a filter over all rows', () => {
    const parts = partsOf(recordsToXlsx(COLUMNS, [['甲'], ['乙']]))
    expect(parts['xl/worksheets/sheet1.xml']).toContain('<autoFilter ref="A1:F3"/>')
    expect(parts['xl/workbook.xml']).toContain(`localSheetId="0" hidden="1">'导出'!$A$1:$F$3</definedName>`)
  })

  it('keeps any text as that text, without what XML cannot hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (text) => {
        const bytes = recordsToXlsx([{ title: '备注', kind: 'text' }], [[text]])
        expect(nestingFault(partsOf(bytes)['xl/worksheets/sheet1.xml'] ?? '')).toBeNull()
        const kept = text.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '').replace(/\r\n?/g, '\n')
        expect(String(valuesOf(bytes).A2 ?? '').replace(/\r\n?/g, '\n')).toBe(kept)
      }),
      { numRuns: 100 },
    )
  })
})
