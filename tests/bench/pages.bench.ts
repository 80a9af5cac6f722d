import { Dexie, type Table } from 'dexie'
import { createDatabase } from '#renderer/db/database.ts'
import { readMeta, restoreState, saveAll } from '#renderer/db/working-copy.ts'
import { applyEdit } from '#shared/edits/apply-edit.ts'
import type { Edit, Operation } from '#shared/edits/edit.ts'
import { recordsOf } from '#shared/edits/records-view.ts'
import { createState } from '#shared/edits/state.ts'
import { type BenchRow, compareInTurn } from './bench-row.ts'
import { sampleActivities, sampleFirms } from './sample-records.ts'

const FIRMS = 20_000
const ACTIVITIES = 100_000

/** Sizes and runs; smaller ones only to try the module out. */
export interface PagesBenchSize {
  readonly firms?: number
  readonly activities?: number
  readonly runs?: number
}

/**
 * Pages against one Dexie row per record, in one page of a browser: writing everything once, and opening it again until
 * every record can be read. Runs in Chromium; nothing but IndexedDB is needed.
 */
export async function pagesAgainstRows(size: PagesBenchSize = {}): Promise<readonly BenchRow[]> {
  const { firms = FIRMS, activities = ACTIVITIES, runs = 5 } = size
  const edit = importEdit([...sampleFirms(firms), ...sampleActivities(activities, firms)])
  const rows = rowsOf(edit)
  const label = `${firms} firms + ${activities} activities, pages / one row per record`
  const write = await compareInTurn(`write ${label}`, 0.125, Math.min(runs, 3), {
    ours: () => writePages(edit),
    anchor: () => writeRows(rows),
  })
  const reopen = await compareInTurn(`reopen ${label}`, 0.8, runs, {
    ours: () => reopenPages(firms + activities),
    anchor: () => reopenRows(firms + activities),
  })
  await Promise.all([Dexie.delete(PAGES), Dexie.delete(ROWS)])
  return [write, reopen]
}

const PAGES = 'bench-pages'
const ROWS = 'bench-rows'
const HEAD = { count: 1, hash: '0'.repeat(64) }

interface PlainRow {
  readonly id: string
}

interface RowDatabase extends Dexie {
  readonly enterprise: Table<PlainRow, string>
  readonly activity: Table<PlainRow, string>
}

/** As durable as the pages. */
function rowDatabase(): RowDatabase {
  const database = new Dexie(ROWS, { chromeTransactionDurability: 'relaxed' })
  database.version(1).stores({ enterprise: 'id', activity: 'id' })
  return database as RowDatabase
}

async function writePages(edit: Edit): Promise<number> {
  await Dexie.delete(PAGES)
  const state = createState()
  applyEdit(state, edit)
  const database = createDatabase(PAGES)
  await database.open()
  const started = performance.now()
  await saveAll(database, state, { journal: 'bench', head: HEAD })
  const took = performance.now() - started
  database.close()
  return took
}

async function writeRows(rows: Rows): Promise<number> {
  await Dexie.delete(ROWS)
  const database = rowDatabase()
  await database.open()
  const started = performance.now()
  await database.transaction('rw', [database.enterprise, database.activity], async () => {
    await database.enterprise.bulkPut(rows.enterprise)
    await database.activity.bulkPut(rows.activity)
  })
  const took = performance.now() - started
  database.close()
  return took
}

async function reopenPages(expected: number): Promise<number> {
  const started = performance.now()
  const database = createDatabase(PAGES)
  const meta = await readMeta(database)
  const state = meta === null ? null : await restoreState(database, meta, () => {})
  if (state === null) throw new Error('the pages were not written')
  const records = recordsOf(state)
  const found = records.of('enterprise').length + records.of('activity').length
  const took = performance.now() - started
  database.close()
  if (found !== expected) throw new Error(`read ${found} of ${expected} records`)
  return took
}

async function reopenRows(expected: number): Promise<number> {
  const started = performance.now()
  const database = rowDatabase()
  const tables = await Promise.all([database.enterprise.toArray(), database.activity.toArray()])
  const byId = tables.map((rows) => new Map(rows.map((row) => [row.id, row])))
  const found = byId.reduce((sum, rows) => sum + rows.size, 0)
  const took = performance.now() - started
  database.close()
  if (found !== expected) throw new Error(`read ${found} of ${expected} records`)
  return took
}

function importEdit(ops: Operation[]): Edit {
  return {
    commit: '00000000-0000-4000-8000-000000000000',
    seen: {},
    at: '2021-03-05T08:00:00.000Z',
    by: '李某',
    why: { kind: 'imported', file: '企业名录.xlsx', sheet: '企业' },
    title: '导入',
    ops,
    id: { station: 'bench-station', n: 1 },
    prev: null,
  }
}

interface Rows {
  readonly enterprise: PlainRow[]
  readonly activity: PlainRow[]
}

/** The same records as plain rows. */
function rowsOf(edit: Edit): Rows {
  const state = createState()
  applyEdit(state, edit)
  const records = recordsOf(state)
  return { enterprise: [...records.of('enterprise')], activity: [...records.of('activity')] }
}
