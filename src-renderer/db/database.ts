import { Dexie, type DexieOptions, type Table } from 'dexie'
import type { Clock, Edit } from '#shared/edits/edit.ts'
import type { PackedEdit } from '#shared/edits/pages.ts'
import type { JournalPosition } from '#shared/ipc/journal-channels.ts'

/** Up to 64 records of one type with all their writes. */
export interface RecordPage {
  /** `<type>/<six digit page>`. */
  readonly key: string
  /** JSON of PackedPages: half the time of structured cloning, both ways. */
  readonly records: string
}

/** 16 full pages in one row. A page of its own among them is newer. */
export interface PageBlock {
  /** `<type>/<six digit block>`. */
  readonly key: string
  /** UTF-8 of JSON of PackedPages. */
  readonly records: Uint8Array
}

/** Up to 64 edits in the order they were applied here, without their writes. */
export interface EditPage {
  readonly page: number
  readonly edits: readonly PackedEdit[]
}

/** What the pages stand for. */
export interface CopyMeta {
  readonly key: 'copy'
  readonly journal: string
  /** The place in the journal up to which the pages go. */
  readonly head: JournalPosition
  readonly clock: Clock
  /** Records of each type; a page that went missing shows in it. */
  readonly counts: Readonly<Record<string, number>>
  /** Number of the data dictionary the pages are written in. */
  readonly migration: number
  /** PAGE_FORMAT the pages are written in. */
  readonly format: number
  /** Edits in the journal whose authors had seen more than is here. */
  readonly waiting: readonly Edit[]
}

/** The working copy on this PC; thrown away and rebuilt from the journal when in doubt. */
export interface Database extends Dexie {
  readonly pages: Table<RecordPage, string>
  readonly blocks: Table<PageBlock, string>
  readonly edits: Table<EditPage, number>
  readonly meta: Table<CopyMeta, string>
}

/**
 * Declares the database; it is opened by its first use. Tests pass an IndexedDB of their own. No commit waits for the
 * disk: after a power cut pages are older than the journal at most, never half an edit.
 */
export function createDatabase(name: string, options: DexieOptions = {}): Database {
  const database = new Dexie(name, { chromeTransactionDurability: 'relaxed', ...options })
  database.version(1).stores({ pages: 'key', edits: 'page', meta: 'key' })
  database.version(2).stores({ blocks: 'key' })
  return database as Database
}
