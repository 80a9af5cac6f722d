import { expect, test } from 'vitest'
import { safeFileName } from '#main/files/file-name.ts'

test.each([
  ['企业名录.xlsx', '企业名录.xlsx'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\a\\台账.xls', '台账.xls'],
  ['a:b*?.xlsx', 'a_b__.xlsx'],
  ['\u202egpj.exe', '_gpj.exe'],
  ['line\nbreak\u0000.csv', 'line_break_.csv'],
  ['con', '_con'],
  ['NUL.txt', '_NUL.txt'],
  ['COM1.xlsx', '_COM1.xlsx'],
  ['console.xlsx', 'console.xlsx'],
  ['  台账.xlsx. . ', '台账.xlsx'],
  ['..', '未命名'],
  ['', '未命名'],
  ['folder/', '未命名'],
])('%j is stored as %j', (given, stored) => {
  expect(safeFileName(given)).toBe(stored)
})

test('a long name is cut before its extension', () => {
  expect(safeFileName(`${'长'.repeat(300)}.xlsx`)).toBe(`${'长'.repeat(115)}.xlsx`)
})

test('a cleaned name is clean: cleaning twice changes nothing', () => {
  for (const name of ['../a', 'con', '\u202ea', `${'x'.repeat(300)}.tar`]) {
    expect(safeFileName(safeFileName(name))).toBe(safeFileName(name))
  }
})
