import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as XLSX from 'xlsx'
import { forkedReader } from '#main/spreadsheet/forked-reader.ts'
import { readWorkbook } from '#main/spreadsheet/read-workbook.ts'
import { recordsOf } from '#shared/edits/records-view.ts'
import { createState } from '#shared/edits/state.ts'
import { cleanWorkbook } from '#shared/tabular/clean-workbook.ts'
import { isImportable, planImport } from '#shared/tabular/import-plan.ts'
import { type BenchRow, compareInTurn } from './bench-row.ts'

const NAME = 'enterprises-20000.xlsx'
const ROWS = 20_000

/** From the bytes of a workbook to the preview (read in its own process, clean, plan) against the bare parse. */
export async function importToPreview(root: string, runs = 5): Promise<readonly BenchRow[]> {
  const bytes = readFileSync(join(root, 'tests', 'fixtures', 'workbooks', NAME))
  const startReader = forkedReader(join(root, 'out', 'cli', 'reader.mjs'))
  const ours = async () => {
    const started = performance.now()
    const workbook = await readWorkbook({ startReader }, { name: NAME, bytes })
    if (!workbook.ok) throw new Error(JSON.stringify(workbook.error))
    const options = { today: '2021-10-08', ownDivision: '430626', ownUnitName: '平江县', defaultYear: 2021 }
    const { main, companions } = cleanWorkbook(workbook.value, 'enterprises', options)
    let last = 0
    const plan = planImport([main, ...companions], recordsOf(createState()), {
      newId: () => `id-${++last}`,
      listYear: 2021,
      listState: '县级审定',
      includeRow: isImportable,
    })
    const took = performance.now() - started
    if (plan.rows.length < ROWS) throw new Error(`planned ${plan.rows.length} rows`)
    return took
  }
  const anchor = async () => {
    const started = performance.now()
    const book = XLSX.read(bytes, { dense: true })
    const took = performance.now() - started
    if (book.SheetNames.length === 0) throw new Error('no sheets')
    return took
  }
  const name = 'import of 20,000 firms to preview / bare SheetJS dense parse'
  return [await compareInTurn(name, 1.5, runs, { ours, anchor })]
}
