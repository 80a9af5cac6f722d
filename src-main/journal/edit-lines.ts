import { createHash } from 'node:crypto'
import type { Edit, Operation, WriteOperation } from '#shared/edits/edit.ts'
import { sealLine, sha256 } from './lines.ts'

/** A chunk line holds at most this many bytes of operations. */
export const CHUNK_BYTES = 256 * 1024

/** Lines of one edit, ready to be appended. */
export interface EditLines {
  readonly lines: readonly Uint8Array[]
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
  const chunks = edit.ops === undefined ? [] : chunkTexts(edit.ops)
  const [only] = chunks
  if (chunks.length <= 1) {
    const text = only === undefined ? `${head}${tail}` : `${head},"ops":[${only}]${tail}`
    const line = sealLine(previous, `{"kind":"edit","edit":${text}}`)
    return { lines: [line.bytes], hash: line.hash, digest: sha256(text) }
  }
  return chunkedLines({ head, tail }, chunks, previous)
}

function chunkedLines(
  { head, tail }: { readonly head: string; readonly tail: string },
  chunks: readonly string[],
  previous: string,
): EditLines {
  const begin = sealLine(previous, `{"kind":"begin","edit":${head}${tail}}`)
  const lines = [begin.bytes]
  const digest = createHash('sha256').update(`${head},"ops":[`)
  let { hash } = begin
  for (const [index, chunk] of chunks.entries()) {
    const line = sealLine(hash, `{"kind":"chunk","ops":[${chunk}]}`)
    digest.update(index === 0 ? chunk : `,${chunk}`)
    lines.push(line.bytes)
    hash = line.hash
  }
  const text = digest.update(`]${tail}`).digest('hex')
  const end = sealLine(hash, JSON.stringify({ kind: 'end', chunks: chunks.length, digest: text }))
  return { lines: [...lines, end.bytes], hash: end.hash, digest: text }
}

/** SHA-256 of an edit's text, from the edit as read. */
export function digestOf(edit: Edit): string {
  const { head, tail } = editText(edit)
  return edit.ops === undefined ? sha256(head, tail) : sha256(head, ',"ops":', JSON.stringify(edit.ops), tail)
}

/** Texts of operations, comma between them, each at most CHUNK_BYTES long. */
function chunkTexts(ops: readonly Operation[]): readonly string[] {
  const chunks: string[] = []
  let count = 64
  for (let from = 0; from < ops.length; ) {
    const taken = ops.slice(from, from + count)
    const text = JSON.stringify(taken).slice(1, -1)
    const bytes = Buffer.byteLength(text)
    if (bytes > CHUNK_BYTES) {
      if (taken.length === 1) throw new Error('an operation longer than a chunk was not split')
      count = Math.max(1, Math.floor(Math.min(taken.length / 2, (count * CHUNK_BYTES * 0.8) / bytes)))
      continue
    }
    chunks.push(text)
    from += taken.length
    if (bytes * 2 < CHUNK_BYTES) count *= 2
  }
  return mergeSmall(chunks)
}

/** Joins neighbours while they fit one chunk: a small edit stays one line. */
function mergeSmall(chunks: readonly string[]): readonly string[] {
  const merged: string[] = []
  let bytes = 0
  for (const chunk of chunks) {
    const more = Buffer.byteLength(chunk) + 1
    const last = merged.length - 1
    if (last >= 0 && bytes + more <= CHUNK_BYTES) {
      merged[last] = `${merged[last]},${chunk}`
      bytes += more
    } else {
      merged.push(chunk)
      bytes = more
    }
  }
  return merged
}

/** Splits writes too long for one chunk into several to the same record: within an edit they are one write. */
export function splitLongWrites(ops: readonly Operation[]): readonly Operation[] {
  if (!ops.some(isLong)) return ops
  return ops.flatMap((op): readonly Operation[] => ('same' in op ? [op] : splitWrite(op)))
}

/** Cheap first: a set of few members cannot be long (a value has at most 4,000 characters). */
function isLong(op: Operation): boolean {
  return 'set' in op && Object.keys(op.set).length > 20 && bytesOf(op) > CHUNK_BYTES
}

function bytesOf(op: WriteOperation): number {
  return Buffer.byteLength(JSON.stringify(op))
}

function splitWrite(op: WriteOperation): readonly WriteOperation[] {
  const entries = Object.entries(op.set)
  if (entries.length < 2 || bytesOf(op) <= CHUNK_BYTES) return [op]
  const middle = Math.ceil(entries.length / 2)
  const half = (part: typeof entries) => splitWrite({ ...op, set: Object.fromEntries(part) })
  return [...half(entries.slice(0, middle)), ...half(entries.slice(middle))]
}
