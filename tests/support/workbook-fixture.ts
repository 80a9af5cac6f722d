import { readFileSync } from 'node:fs'
import { parseWorkbook } from '#main/spreadsheet/parse-workbook.ts'
import type { Workbook } from '#shared/tabular/matrix.ts'

const FOLDER = new URL('../fixtures/workbooks/', import.meta.url)

/** A sample workbook read by the real reader. */
export function workbookFixture(name: string): Workbook {
  const read = parseWorkbook(name, readFileSync(new URL(name, FOLDER)))
  if (!read.ok) throw new Error(`${name}: ${read.error.code}`)
  return read.value
}

/** A sample's expectations, as they stand. */
export function fixtureJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'))
}
