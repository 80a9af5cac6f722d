import { z } from 'zod'
import type { Edit, Operation } from '#shared/edits/edit.ts'
import { validateEdit } from '#shared/edits/validate-draft.ts'
import { migrateEdit } from '#shared/migration/migrations.ts'
import { digestOf, type LineMark } from './edit-lines.ts'
import { jsonOf, lineSpans, openLine } from './lines.ts'
import { Digest, type WrittenEdit } from './written-edit.ts'

/** An edit found in a segment; `to` is the place after its newline. */
export interface FoundEdit {
  /** In today's words. */
  readonly edit: Edit
  readonly written: WrittenEdit
  /** What `prev` of its station's next edit names. */
  readonly digest: string
  readonly from: number
  readonly to: number
  readonly hash: string
}

/** How far a segment could be read: `good` bytes, ending with the line of this hash. */
export interface SegmentEnd {
  readonly good: number
  readonly hash: string
  /**
   * clean: to the end; unfinished: the beginning of one edit stands behind, as an interrupted write leaves it; last-edit:
   * only one edit stands behind, but a whole line of it is bad; middle: more than that.
   */
  readonly rest: 'clean' | 'unfinished' | 'last-edit' | 'middle'
  /** 1-based number of the first line that does not count; only of use when `rest` is not clean. */
  readonly line: number
}

const mark = { migration: z.int().positive().optional(), original: Digest.optional() }

const LineValue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('edit'), ...mark, edit: z.unknown() }),
  z.strictObject({ kind: z.literal('begin'), ...mark, edit: z.looseObject({}) }),
  z.strictObject({ kind: z.literal('chunk'), ops: z.array(z.unknown()) }),
  z.strictObject({ kind: z.literal('end'), chunks: z.int(), digest: z.string() }),
])

interface Pending {
  readonly from: number
  readonly head: Readonly<Record<string, unknown>>
  readonly mark: LineMark
  readonly chunks: Operation[][]
}

export interface SegmentStart {
  /** Number of the header's dictionary. */
  readonly migration: number
  /** Hash of the header line and the place after it. */
  readonly hash: string
  readonly from: number
}

/**
 * Reads the lines after a header in order, each proved by the chain; calls `found` for each complete edit, which may
 * refuse it. Nothing after the first bad line is read.
 */
export function readSegment(
  bytes: Uint8Array,
  start: SegmentStart,
  found: (edit: FoundEdit) => boolean,
): SegmentEnd {
  const reader = new EditReader(start)
  let good = { good: start.from, hash: start.hash, line: 2 }
  let previous = start.hash
  let line = 1
  for (const span of lineSpans(bytes.subarray(start.from))) {
    line += 1
    const [from, to] = [start.from + span.from, start.from + span.to]
    const opened = span.whole ? openLine(previous, bytes.subarray(from, to)) : null
    const read = opened === null ? null : reader.take(opened.text, from)
    if (opened === null || read === null) {
      if (beginsEditAfter(bytes, to + 1)) return { ...good, line, rest: 'middle' }
      // Only its newline is another byte: a write that stopped before it would have left none.
      const isWhole = span.whole || openLine(previous, bytes.subarray(from, to - 1)) !== null
      return { ...good, line, rest: isWhole ? 'last-edit' : 'unfinished' }
    }
    previous = opened.hash
    if (read === 'part') continue
    if (!found({ ...read, to: to + 1, hash: opened.hash })) return { ...good, rest: 'middle' }
    good = { good: to + 1, hash: opened.hash, line: line + 1 }
  }
  return { ...good, rest: good.good === bytes.length ? 'clean' : 'unfinished' }
}

/** Lines that begin an edit: edits are written one after the other, so behind an unfinished one there is none. */
const BEGINNINGS = ['{"kind":"edit"', '{"kind":"begin"']

function beginsEditAfter(bytes: Uint8Array, from: number): boolean {
  for (const span of lineSpans(bytes.subarray(from))) {
    const start = Buffer.from(bytes.subarray(from + span.from, from + span.from + 16)).toString('latin1')
    if (BEGINNINGS.some((beginning) => start.startsWith(beginning))) return true
  }
  return false
}

type ReadEdit = Pick<FoundEdit, 'edit' | 'written' | 'digest' | 'from'>

/** Puts lines together to edits: one line, or begin, chunks and end. */
class EditReader {
  readonly #start: SegmentStart
  #pending: Pending | null = null

  constructor(start: SegmentStart) {
    this.#start = start
  }

  /** The edit a line completes, 'part' while it is not complete, null when the line does not belong. */
  take(text: string, from: number): ReadEdit | 'part' | null {
    const line = LineValue.safeParse(jsonOf(text))
    if (!line.success) return null
    const value = line.data
    const pending = this.#pending
    if (value.kind === 'edit') return pending === null ? this.#complete(value.edit, value, from) : null
    if (value.kind === 'begin') {
      if (pending !== null) return null
      this.#pending = { from, head: value.edit, mark: value, chunks: [] }
      return 'part'
    }
    if (pending === null) return null
    if (value.kind === 'chunk') {
      pending.chunks.push(value.ops as Operation[])
      return 'part'
    }
    this.#pending = null
    if (value.chunks !== pending.chunks.length) return null
    const whole = { ...pending.head, ops: pending.chunks.flat() }
    return this.#complete(whole, pending.mark, pending.from, value.digest)
  }

  /** `text`: the digest the lines give for the edit as it stands in them. */
  #complete(input: unknown, mark: LineMark, from: number, text?: string): ReadEdit | null {
    const { migration = this.#start.migration, original } = mark
    // A segment holds no edit of a later dictionary than its header names: that is how an older program knows to stop.
    if (typeof input !== 'object' || input === null || migration > this.#start.migration) return null
    const stands = digestOf(input as Edit)
    if (text !== undefined && text !== stands) return null
    const edit = validateEdit(migrateEdit(input as Edit, migration))
    if (!edit.ok) return null
    const written = { migration, edit: input, ...(original === undefined ? {} : { original }) }
    return { edit: edit.value, written, digest: original ?? stands, from }
  }
}
