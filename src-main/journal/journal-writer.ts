import { MIGRATION } from '#shared/migration/migrations.ts'
import type { AppendFile, JournalFiles } from './journal-files.ts'
import { sealLine } from './lines.ts'
import type { SegmentStart } from './read-segment.ts'
import { type SegmentHeader, segmentName, segmentNumbers } from './segment-header.ts'

/** A segment is closed once it is longer than this, so that damage and backups stay small. */
const SEGMENT_BYTES = 32 * 1024 * 1024

/** Where the next line goes. */
export interface Tail {
  readonly segment: number
  /** Length of what counts in the segment. */
  readonly good: number
  readonly hash: string
}

/** Where appended lines came to lie. */
export interface Appended {
  readonly segment: number
  readonly from: number
  readonly to: number
  readonly previous: string
  readonly hash: string
}

/** What a writer begins with. */
export interface WriterStart {
  readonly tails: readonly Tail[]
  readonly usable: boolean
  readonly lastNumber: number
  /** Told of every segment that is begun. */
  readonly starts: Map<number, SegmentStart>
}

/** Lines to append, made once it is known which hash they follow; what they return holds the hash of the last. */
export type MakeLines<S extends { readonly hash: string }> = (previous: string) => Iterator<Uint8Array, S>

/**
 * Appends to the last segment; returns when the device has the bytes. After a failed append the file is cut to its last
 * good length; when that fails, or fsync did, nothing more is written to it and the next edit begins a new segment.
 */
export class JournalWriter {
  readonly #files: JournalFiles
  readonly #identity: Pick<SegmentHeader, 'journal' | 'station'>
  readonly #tails: Tail[]
  #file: AppendFile | null = null
  #usable: boolean
  #lastNumber: number
  readonly #segmentBytes: number
  readonly #starts: Map<number, SegmentStart>

  /** No tails begin a journal; `usable` false begins a new segment (new station, newer dictionary). */
  constructor(
    files: JournalFiles,
    identity: Pick<SegmentHeader, 'journal' | 'station'>,
    from: WriterStart,
    segmentBytes = SEGMENT_BYTES,
  ) {
    this.#files = files
    this.#identity = identity
    this.#tails = [...from.tails]
    this.#usable = from.usable
    this.#lastNumber = from.lastNumber
    this.#segmentBytes = segmentBytes
    this.#starts = from.starts
  }

  /** Makes sure there is a segment to write to; the hash of its last good line. */
  async prepare(): Promise<string> {
    await this.#mustBeLast()
    const tail = this.#tails.at(-1) ?? null
    if (tail !== null && this.#usable && tail.good < this.#segmentBytes) {
      this.#file ??= await this.#files.open(segmentName(tail.segment))
      return tail.hash
    }
    await this.close()
    return (await this.#begin(tail)).hash
  }

  async append<S extends { readonly hash: string }>(
    make: MakeLines<S>,
  ): Promise<Appended & { readonly seal: S }> {
    const previous = await this.prepare()
    const [tail, file] = [this.#tails.at(-1), this.#file]
    if (tail === undefined || file === null) throw new Error('prepare left no segment')
    if ((await file.size()) !== tail.good) throw new SegmentChanged()
    const { seal, bytes } = await this.#write(file, tail, make(previous))
    const [{ hash }, to] = [seal, tail.good + bytes]
    const written: Tail = { segment: tail.segment, good: to, hash }
    try {
      await this.#mustBeLast()
      await this.#mustStandThere(written)
    } catch (error) {
      // Whole on the device but not called saved: another PC may count it already, so it is passed over, not cut.
      this.#usable = false
      throw error
    }
    this.#tails[this.#tails.length - 1] = written
    return { segment: tail.segment, from: tail.good, to, previous, hash, seal }
  }

  /** What counts of each segment, in the order of the journal. */
  tails(): readonly Tail[] {
    return [...this.#tails]
  }

  get segment(): number {
    return this.#lastNumber
  }

  async close(): Promise<void> {
    const file = this.#file
    this.#file = null
    await file?.close().catch(() => null)
  }

  /**
   * Another PC that opened the folder meanwhile goes on in a segment of its own, which says where this one ends: what is
   * written here from then on counts for nothing, so it must not be called saved. Nor may what goes on into an open file
   * whose name has been deleted.
   */
  async #mustBeLast(): Promise<void> {
    const numbers = segmentNumbers(await this.#files.list())
    if ((numbers.at(-1) ?? 0) > this.#lastNumber) throw new SegmentChanged()
    const tail = this.#tails.at(-1) ?? null
    if (tail !== null && !numbers.includes(tail.segment)) throw new SegmentGone()
  }

  /**
   * An open file goes on taking bytes when its folder was moved away or replaced, and the next start would not find
   * them: saved means that the segment of that name ends with the line.
   */
  async #mustStandThere({ segment, good, hash }: Tail): Promise<void> {
    const end = await this.#files.read(segmentName(segment), Math.max(0, good - LINE_END_BYTES), good)
    if (!Buffer.from(end).toString('latin1').endsWith(`"${hash}"}\n`)) throw new SegmentGone()
  }

  async #write<S>(file: AppendFile, tail: Tail, lines: Iterator<Uint8Array, S>): Promise<Written<S>> {
    let written: Written<S>
    try {
      written = await appendAll(file, lines)
    } catch (error) {
      await this.#cut(file, tail.good)
      throw error
    }
    try {
      await file.sync()
    } catch (error) {
      this.#usable = false
      await this.#cut(file, tail.good)
      throw error
    }
    return written
  }

  /** Takes back what a failed append left; when even that fails the segment is left alone for good. */
  async #cut(file: AppendFile, length: number): Promise<void> {
    try {
      await file.truncate(length)
      await file.sync()
    } catch {
      this.#usable = false
    }
  }

  async #begin(before: Tail | null): Promise<Tail> {
    const segment = this.#lastNumber + 1
    const after = before === null ? null : { segment: before.segment, bytes: before.good, hash: before.hash }
    const header: SegmentHeader = {
      kind: 'header',
      format: 'pbz-journal',
      version: 1,
      ...this.#identity,
      segment,
      migration: MIGRATION,
      after,
    }
    const line = sealLine(after?.hash ?? '', [JSON.stringify(header).slice(0, -1)])
    this.#lastNumber = segment
    // Only a journal's first segment may bring its folder with it; one that is gone must not come back without the rest.
    const file = await this.#files.create(segmentName(segment), before === null ? undefined : 'there')
    try {
      await file.append(line.bytes)
      await file.sync()
      await this.#files.syncFolder()
    } catch (error) {
      await file.close().catch(() => null)
      await this.#files.remove(segmentName(segment)).catch(() => null)
      throw error
    }
    this.#file = file
    this.#usable = true
    const tail = { segment, good: line.bytes.length, hash: line.hash }
    this.#starts.set(segment, { migration: MIGRATION, hash: line.hash, from: line.bytes.length })
    this.#tails.push(tail)
    return tail
  }
}

interface Written<S> {
  readonly seal: S
  readonly bytes: number
}

/** Makes the next line while the one before it is on its way to the device. */
async function appendAll<S>(file: AppendFile, lines: Iterator<Uint8Array, S>): Promise<Written<S>> {
  let bytes = 0
  let onItsWay: Promise<void> | null = null
  for (;;) {
    let next: IteratorResult<Uint8Array, S>
    try {
      next = lines.next()
    } finally {
      await onItsWay
    }
    if (next.done === true) return { seal: next.value, bytes }
    onItsWay = file.append(next.value)
    bytes += next.value.length
  }
}

/** Enough to hold the hash that ends a line. */
const LINE_END_BYTES = 128

/** The segment is no longer where it was: a stick pulled out, a folder moved, renamed or replaced. */
export class SegmentGone extends Error {
  readonly code = 'ENOENT'
}

/** Another program has written to the segment. */
export class SegmentChanged extends Error {}
