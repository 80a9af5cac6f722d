import { createHash } from 'node:crypto'
import type { Edit, Operation } from '#shared/edits/edit.ts'
import { sealLine, sha256 } from './lines.ts'

/** A chunk line holds at most this many bytes of operations. */
export const CHUNK_BYTES = 256 * 1024

/** What the lines of one edit leave behind. */
export interface EditSeal {
  /** Hash of the last line. */
  readonly hash: string
  /** SHA-256 of the edit's text, before anything was taken out of it: `prev` of this station's next edit. */
  readonly digest: string
}

/** What a line says of its edit besides the edit itself; absent members are not written. */
export interface LineMark {
  /** Number of the dictionary of its words, when it is not that of its segment. */
  readonly migration?: number | undefined
  /** Digest of the edit before personal fields were taken out of it. */
  readonly original?: string | undefined
}

/** The members of a mark as they stand before `"edit"`. */
function markText({ migration, original }: LineMark): string {
  const members = JSON.stringify({ migration, original }).slice(1, -1)
  return members === '' ? '' : `${members},`
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

/** One line for a small edit; begin, chunks and end for a large one, each made when it is asked for. */
export function* linesOf(edit: Edit, previous: string, mark: LineMark = {}): Generator<Uint8Array, EditSeal> {
  const { head, tail } = editText(edit)
  const chunks = edit.ops === undefined ? null : encodeChunks(edit.ops)
  const first = chunks?.next().value
  const second = chunks?.next().value
  if (chunks && first && second) {
    const seal = yield* chunkedLines({ head, tail, mark }, [first, second], chunks, previous)
    return { ...seal, digest: mark.original ?? seal.digest }
  }
  const text = first ? [`${head},"ops":[`, first, `]${tail}`] : [`${head}${tail}`]
  const line = sealLine(previous, [`{"kind":"edit",${markText(mark)}"edit":`, ...text])
  yield line.bytes
  return { hash: line.hash, digest: mark.original ?? sha256(...text) }
}

function* chunkedLines(
  { head, tail, mark }: { readonly head: string; readonly tail: string; readonly mark: LineMark },
  begun: readonly Uint8Array[],
  more: Iterable<Uint8Array>,
  previous: string,
): Generator<Uint8Array, EditSeal> {
  const begin = sealLine(previous, [`{"kind":"begin",${markText(mark)}"edit":${head}${tail}`])
  yield begin.bytes
  const digest = createHash('sha256').update(`${head},"ops":[`)
  let { hash } = begin
  let count = 0
  for (const chunk of inTurn(begun, more)) {
    const line = sealLine(hash, ['{"kind":"chunk","ops":[', chunk, ']'])
    digest.update(count === 0 ? '' : ',').update(chunk)
    hash = line.hash
    count += 1
    yield line.bytes
  }
  const text = digest.update(`]${tail}`).digest('hex')
  const end = sealLine(hash, [`{"kind":"end","chunks":${count},"digest":"${text}"`])
  yield end.bytes
  return { hash: end.hash, digest: text }
}

function* inTurn<T>(...lists: readonly Iterable<T>[]): Generator<T> {
  for (const list of lists) yield* list
}

/** SHA-256 of an edit's text, from the edit as read. */
export function digestOf(edit: Edit): string {
  const { head, tail } = editText(edit)
  return edit.ops === undefined ? sha256(head, tail) : sha256(head, ',"ops":', JSON.stringify(edit.ops), tail)
}

/** Operations turned into text at once: a text this short is still in the processor's cache when it is encoded. */
const BATCH = 32

/** Operations as JSON, comma between them, in pieces of at most CHUNK_BYTES. */
function* encodeChunks(ops: readonly Operation[]): Generator<Uint8Array, undefined> {
  const chunks = new ChunkEncoder()
  for (let from = 0; from < ops.length; from += BATCH) yield* chunks.add(ops.slice(from, from + BATCH))
  yield* chunks.end()
  return undefined
}

/** Fills chunks one after the other, giving each away once it is full; text is encoded where it stays. */
class ChunkEncoder {
  #bytes = Buffer.alloc(0)
  /** Where the next text goes: on the `]` of the one before it. */
  #at = 0;

  *add(ops: readonly Operation[]): Generator<Uint8Array> {
    const text = JSON.stringify(ops)
    if (!fits(text, this.#bytes.length - this.#at)) yield* this.#begin()
    if (!fits(text, this.#bytes.length)) for (const half of halvesOf(ops)) yield* this.add(half)
    else {
      const length = this.#bytes.write(text, this.#at)
      if (this.#at > 0) this.#bytes[this.#at] = COMMA
      this.#at += length - 1
    }
  }

  *end(): Generator<Uint8Array> {
    if (this.#at > 0) yield this.#bytes.subarray(1, this.#at)
  }

  /** Closes the chunk and begins the next, with room for the brackets around it. */
  *#begin(): Generator<Uint8Array> {
    yield* this.end()
    this.#bytes = Buffer.allocUnsafe(CHUNK_BYTES + 2)
    this.#at = 0
  }
}

const COMMA = 0x2c

/** A UTF-16 unit takes at most three bytes; they are counted only when that does not settle it. */
function fits(text: string, room: number): boolean {
  return text.length * 3 <= room || Buffer.byteLength(text) <= room
}

/** What is too long for one chunk as two parts of it. */
function halvesOf(ops: readonly Operation[]): readonly (readonly Operation[])[] {
  const [only] = ops
  if (ops.length === 1 && only !== undefined) return halvesOfWrite(only).map((op) => [op])
  const middle = Math.ceil(ops.length / 2)
  return [ops.slice(0, middle), ops.slice(middle)]
}

/**
 * A write too long for one chunk as several to the same record, which within an edit are one write. Values are short
 * (the dictionary sees to it), so halving ends.
 */
function halvesOfWrite(op: Operation): readonly Operation[] {
  if ('same' in op) throw new Error('only a write can fill a chunk')
  const entries = Object.entries(op.set)
  if (entries.length < 2) throw new Error('a single value fills a chunk')
  const middle = Math.ceil(entries.length / 2)
  const parts = [entries.slice(0, middle), entries.slice(middle)]
  return parts.map((part) => ({ ...op, set: Object.fromEntries(part) }))
}
