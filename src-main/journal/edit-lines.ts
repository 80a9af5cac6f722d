import { createHash } from 'node:crypto'
import type { Edit, Operation } from '#shared/edits/edit.ts'
import { sealLine, sha256 } from './lines.ts'

/** A chunk line holds at most this many bytes of operations. */
export const CHUNK_BYTES = 256 * 1024

/** Lines of one edit, ready to be appended: their bytes in pieces, not copied again. */
export interface EditLines {
  readonly parts: readonly Uint8Array[]
  /** Hash of the last line. */
  readonly hash: string
  /** SHA-256 of the edit's text: `prev` of this station's next edit. */
  readonly digest: string
}

/**
 * An edit as text: JSON without spaces, members in this order, also when it stands in chunks. Its SHA-256 is what the
 * next edit's `prev` names, so it is the same on every PC.
 */
function editText(edit: Edit): { readonly head: string; readonly tail: string } {
  const { commit, seen, at, by, why, title, retracts, id, prev } = edit
  const head = JSON.stringify({
    commit,
    seen,
    at,
    by,
    why,
    title,
    ...(retracts === undefined ? {} : { retracts }),
  })
  const tail = JSON.stringify({ id: { station: id.station, n: id.n }, prev })
  return { head: head.slice(0, -1), tail: `,${tail.slice(1)}` }
}

/** One line for a small edit; begin, chunks and end for a large one. */
export function linesOf(edit: Edit, previous: string): EditLines {
  const { head, tail } = editText(edit)
  const chunks = edit.ops === undefined ? [] : encodeChunks(edit.ops)
  const [only] = chunks
  if (chunks.length <= 1) {
    const text = only === undefined ? [`${head}${tail}`] : [`${head},"ops":[`, only, `]${tail}`]
    const line = sealLine(previous, ['{"kind":"edit","edit":', ...text])
    return { parts: line.parts, hash: line.hash, digest: sha256(...text) }
  }
  return chunkedLines({ head, tail }, chunks, previous)
}

function chunkedLines(
  { head, tail }: { readonly head: string; readonly tail: string },
  chunks: readonly Uint8Array[],
  previous: string,
): EditLines {
  const begin = sealLine(previous, [`{"kind":"begin","edit":${head}${tail}`])
  const parts = [...begin.parts]
  const digest = createHash('sha256').update(`${head},"ops":[`)
  let { hash } = begin
  for (const [index, chunk] of chunks.entries()) {
    const line = sealLine(hash, ['{"kind":"chunk","ops":[', chunk, ']'])
    digest.update(index === 0 ? '' : ',').update(chunk)
    parts.push(...line.parts)
    hash = line.hash
  }
  const text = digest.update(`]${tail}`).digest('hex')
  const end = sealLine(hash, [`{"kind":"end","chunks":${chunks.length},"digest":"${text}"`])
  return { parts: [...parts, ...end.parts], hash: end.hash, digest: text }
}

/** SHA-256 of an edit's text, from the edit as read. */
export function digestOf(edit: Edit): string {
  const { head, tail } = editText(edit)
  return edit.ops === undefined ? sha256(head, tail) : sha256(head, ',"ops":', JSON.stringify(edit.ops), tail)
}

/** Operations as JSON, comma between them, in pieces of at most CHUNK_BYTES; each is encoded only once. */
function encodeChunks(all: readonly Operation[]): readonly Uint8Array[] {
  const chunks: Uint8Array[] = []
  let ops = all
  let count = fitting(1, encode(ops.slice(0, 1)).length)
  for (let from = 0; from < ops.length; ) {
    const taken = ops.slice(from, from + count)
    const bytes = encode(taken)
    if (bytes.length > CHUNK_BYTES) {
      if (taken.length === 1) ops = ops.toSpliced(from, 1, ...halvesOf(ops[from]))
      else count = Math.min(taken.length - 1, fitting(taken.length, bytes.length))
    } else {
      chunks.push(bytes)
      from += taken.length
      count = fitting(taken.length, bytes.length)
    }
  }
  return chunks
}

/** How many operations fill most of a chunk when `count` of them take `bytes`. */
function fitting(count: number, bytes: number): number {
  return Math.max(1, Math.floor((count * CHUNK_BYTES * 0.9) / Math.max(1, bytes)))
}

function encode(ops: readonly Operation[]): Uint8Array {
  return Buffer.from(JSON.stringify(ops), 'utf8').subarray(1, -1)
}

/**
 * A write too long for one chunk as several to the same record, which within an edit are one write. Values are short
 * (the dictionary sees to it), so halving ends.
 */
function halvesOf(op: Operation | undefined): readonly Operation[] {
  if (op === undefined || 'same' in op) throw new Error('only a write can fill a chunk')
  const entries = Object.entries(op.set)
  if (entries.length < 2) throw new Error('a single value fills a chunk')
  const middle = Math.ceil(entries.length / 2)
  const parts = [entries.slice(0, middle), entries.slice(middle)]
  return parts.map((part) => ({ ...op, set: Object.fromEntries(part) }))
}
