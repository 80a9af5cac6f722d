import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { OoxmlCell } from '#main/spreadsheet/ooxml-sheet.ts'
import { ooxmlWorkbook } from '#main/spreadsheet/ooxml-workbook.ts'
import { parseWorkbook } from '#main/spreadsheet/parse-workbook.ts'
import { nestingFault, partsOf, valuesOf } from './opened-xlsx.ts'

const written = (...values: readonly OoxmlCell['value'][]) =>
  ooxmlWorkbook([
    {
      name: '表',
      widths: values.map(() => 12),
      rows: [{ cells: values.map((value) => ({ value, look: {} })) }],
      merges: [],
      headerRows: { from: 0, to: 0 },
      page: null,
    },
  ])

it('comes back from our own reader with the same types, and text that looks like a formula stays text', () => {
  const read = parseWorkbook(
    'out.xlsx',
    written('甲公司', '0123', '=1+1', '+86 <&>"\'', 1234.5678, -3, 0, true),
  )
  expect(read.ok && read.value.sheets[0]?.rows).toEqual([
    ['甲公司', '0123', '=1+1', '+86 <&>"\'', 1234.5678, -3, 0, true],
  ])
})

it('keeps any text as that text, without what XML cannot hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (text) => {
      const bytes = written(text)
      expect(nestingFault(partsOf(bytes)['xl/worksheets/sheet1.xml'] ?? '')).toBeNull()
      const kept = text.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '').replace(/\r\n?/g, '\n')
      expect(String(valuesOf(bytes).A1 ?? '').replace(/\r\n?/g, '\n')).toBe(kept)
    }),
    { numRuns: 100 },
  )
})
