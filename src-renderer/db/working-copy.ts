import { applyEdit } from '#shared/edits/apply-edit.ts'
import type { Touched } from '#shared/edits/liveness.ts'
import {
  editPageOf,
  PAGE_FORMAT,
  PAGE_SIZE,
  packEdits,
  pageCounts,
  pageOf,
  restoreEdits,
  restoreRecords,
} from '#shared/edits/pages.ts'
import { clockOf, createState, type EditState } from '#shared/edits/state.ts'
import type { JournalPosition } from '#shared/ipc/journal-channels.ts'
import { MIGRATION } from '#shared/migration/migrations.ts'
import { RECORD_TITLES, RecordType } from '#shared/records/dictionary.ts'
import type { CopyMeta, Database, EditPage } from './database.ts'
import { type PageAt, type PageRows, rowsFor, storedPages } from './page-rows.ts'

/** Told while something takes long: what, and how much of it. */
export type Progress = (step: {
  readonly label: string
  readonly done: number
  readonly total: number
}) => void

/** The journal and the place in it that pages stand for. */
export interface CopyOf {
  readonly journal: string
  readonly head: JournalPosition
}

/** What the pages stand for; null when there are none of use to this version of the program. */
export async function readMeta(database: Database): Promise<CopyMeta | null> {
  const meta = await database.meta.get('copy')
  return meta !== undefined && isOfThisProgram(meta) ? meta : null
}

/** Do the pages stand for this journal, but in the words of another version of the program? */
export async function isOfOtherProgram(database: Database, journal: string): Promise<boolean> {
  const meta = await database.meta.get('copy')
  return meta?.journal === journal && !isOfThisProgram(meta)
}

function isOfThisProgram(meta: CopyMeta): boolean {
  return meta.migration === MIGRATION && meta.format === PAGE_FORMAT
}

/** Puts the state together from its pages, without the journal; null when they do not add up. */
export async function restoreState(
  database: Database,
  meta: CopyMeta,
  progress: Progress,
): Promise<EditState | null> {
  const state = createState()
  restoreEdits(
    state,
    (await database.edits.orderBy('page').toArray()).flatMap((page) => page.edits),
  )
  const types = RecordType.options
  for (const [done, type] of types.entries()) {
    progress({ label: `正在载入${RECORD_TITLES[type]}`, done, total: types.length })
    for (const page of await storedPages(database, type)) restoreRecords(state, type, page)
  }
  for (const edit of meta.waiting) applyEdit(state, edit)
  const complete = state.edits.length + meta.waiting.length === meta.head.count
  const whole = sameNumbers(clockOf(state), meta.clock) && sameNumbers(countsOf(state), meta.counts)
  return complete && whole ? state : null
}

/** Rewrites the pages an edit touched, and what they stand for, in one transaction. */
export async function saveTouched(
  database: Database,
  state: EditState,
  touched: Touched,
  of: CopyOf,
): Promise<void> {
  const pages = new Map<string, PageAt>()
  for (const node of touched.written) {
    const at = { type: node.type, page: pageOf(node) }
    pages.set(`${at.type}/${at.page}`, at)
  }
  const editPages = [...new Set(touched.edits.map(editPageOf))].map((page) => editPage(state, page))
  await put(database, rowsFor(state, pages.values()), editPages, metaOf(state, of))
}

/** Writes everything anew. */
export async function saveAll(database: Database, state: EditState, of: CopyOf): Promise<void> {
  const pages = [...pageCounts(state)].flatMap(([type, count]) =>
    Array.from({ length: count }, (_, page) => ({ type, page })),
  )
  const count = Math.ceil(state.edits.length / PAGE_SIZE)
  const editPages = Array.from({ length: count }, (_, page) => editPage(state, page))
  await clearCopy(database)
  await put(database, { ...rowsFor(state, pages), replaced: [] }, editPages, metaOf(state, of))
}

/** Throws the working copy away. */
export async function clearCopy(database: Database): Promise<void> {
  const { meta, pages, blocks, edits } = database
  await database.transaction('rw', [meta, pages, blocks, edits], async () => {
    await Promise.all([meta.clear(), pages.clear(), blocks.clear(), edits.clear()])
  })
}

async function put(
  database: Database,
  rows: PageRows,
  editPages: readonly EditPage[],
  meta: CopyMeta,
): Promise<void> {
  const { pages, blocks, edits } = database
  await database.transaction('rw', [pages, blocks, edits, database.meta], async () => {
    await pages.bulkDelete([...rows.replaced])
    await pages.bulkPut(rows.pages)
    await blocks.bulkPut(rows.blocks)
    await edits.bulkPut(editPages)
    await database.meta.put(meta)
  })
}

function editPage(state: EditState, page: number): EditPage {
  return { page, edits: packEdits(state, page) }
}

function metaOf(state: EditState, { journal, head }: CopyOf): CopyMeta {
  const waiting = [...state.waiting.values()].flat()
  const clock = clockOf(state)
  const counts = countsOf(state)
  const [migration, format] = [MIGRATION, PAGE_FORMAT]
  return { key: 'copy', journal, head, clock, counts, migration, format, waiting }
}

function countsOf(state: EditState): Readonly<Record<string, number>> {
  return Object.fromEntries(RecordType.options.map((type) => [type, state.tables[type].nodes.length]))
}

function sameNumbers(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean {
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name])
}
