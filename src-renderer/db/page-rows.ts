import { PAGE_SIZE, type PackedPages, packRecords, pageAmong } from '#shared/edits/pages.ts'
import type { EditState } from '#shared/edits/state.ts'
import type { RecordType } from '#shared/records/dictionary.ts'
import type { Database, PageBlock, RecordPage } from './database.ts'

/** Pages per block: a block of 1,024 records has about a megabyte. */
const BLOCK_PAGES = 16

/** From this many pages of a block on, writing the block is quicker than writing them one by one. */
const MANY_PAGES = 4

export interface PageAt {
  readonly type: RecordType
  readonly page: number
}

/** What a save puts into the working copy, and the rows it makes void. */
export interface PageRows {
  readonly pages: readonly RecordPage[]
  readonly blocks: readonly PageBlock[]
  /** Keys of pages that now stand in `blocks`. */
  readonly replaced: readonly string[]
}

/**
 * The rows for some pages. Where many pages of one full block change, as an import does, they go into one row: Chromium
 * keeps a value above 64 kB in a file of its own, at a fifth of the time for the same bytes.
 */
export function rowsFor(state: EditState, pages: Iterable<PageAt>): PageRows {
  const single: RecordPage[] = []
  const blocks: PageBlock[] = []
  const replaced: string[] = []
  for (const group of byBlock(pages).values()) {
    const [{ type, page } = { type: 'enterprise' as const, page: 0 }] = group
    const block = Math.floor(page / BLOCK_PAGES)
    if (group.length < MANY_PAGES || !isFull(state, type, block)) {
      for (const at of group) single.push(pageRow(state, at))
    } else {
      const inBlock = Array.from({ length: BLOCK_PAGES }, (_, n) => block * BLOCK_PAGES + n)
      const records = packRecords(state, type, block * BLOCK_PAGES, BLOCK_PAGES)
      blocks.push({ key: keyOf(type, block), records: new TextEncoder().encode(JSON.stringify(records)) })
      for (const n of inBlock) replaced.push(keyOf(type, n))
    }
  }
  return { pages: single, blocks, replaced }
}

/** The stored pages of a type in their order; a page of its own is newer than the block it belongs to. */
export async function storedPages(database: Database, type: RecordType): Promise<Generator<PackedPages>> {
  const range = [`${type}/`, `${type}0`] as const
  const [pages, blocks] = await Promise.all([
    database.pages
      .where('key')
      .between(...range)
      .toArray(),
    database.blocks
      .where('key')
      .between(...range)
      .toArray(),
  ])
  const numberOf = (row: { readonly key: string }) => Number(row.key.slice(type.length + 1))
  return inOrder(
    new Map(pages.map((page) => [numberOf(page), page])),
    new Map(blocks.map((block) => [numberOf(block), block])),
  )
}

function* inOrder(
  pages: ReadonlyMap<number, RecordPage>,
  blocks: ReadonlyMap<number, PageBlock>,
): Generator<PackedPages> {
  let read: { readonly number: number; readonly packed: PackedPages } | null = null
  for (let page = 0; ; page += 1) {
    const own = pages.get(page)
    const number = Math.floor(page / BLOCK_PAGES)
    const block = blocks.get(number)
    if (own !== undefined) yield JSON.parse(own.records) as PackedPages
    else if (block === undefined) return
    else {
      const packed: PackedPages = read?.number === number ? read.packed : unpack(block)
      read = { number, packed }
      yield pageAmong(packed, page % BLOCK_PAGES)
    }
  }
}

function unpack(block: PageBlock): PackedPages {
  return JSON.parse(new TextDecoder().decode(block.records)) as PackedPages
}

function byBlock(pages: Iterable<PageAt>): Map<string, PageAt[]> {
  const groups = new Map<string, PageAt[]>()
  for (const at of pages) {
    const key = keyOf(at.type, Math.floor(at.page / BLOCK_PAGES))
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [at])
    else group.push(at)
  }
  return groups
}

/** Records are only ever added, so a full block stays full. */
function isFull(state: EditState, type: RecordType, block: number): boolean {
  return state.tables[type].nodes.length >= (block + 1) * BLOCK_PAGES * PAGE_SIZE
}

function pageRow(state: EditState, { type, page }: PageAt): RecordPage {
  return { key: keyOf(type, page), records: JSON.stringify(packRecords(state, type, page)) }
}

function keyOf(type: RecordType, number: number): string {
  return `${type}/${String(number).padStart(6, '0')}`
}
