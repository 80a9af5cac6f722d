import { constants, gunzip } from 'node:zlib'
import { codeOf } from '../files/error-code.ts'
import type { JournalFiles } from './journal-files.ts'
import { firstBadLine, SegmentDamaged } from './segment-chain.ts'
import { packedName, segmentName, segmentNumbers } from './segment-header.ts'

/** The first line of a segment fits in this. */
const HEADER_BYTES = 4096
const PACKED_HEADER_BYTES = 16 * 1024

/**
 * The segments of a journal as plain JSON Lines, whether they are compressed or not; offsets are those of the plain
 * text. Where both files are there the plain one counts: compressing was not finished.
 */
export class SegmentStore {
  readonly files: JournalFiles
  /** The segment unpacked last: an old one is mostly read from end to end, in batches. */
  #unpacked: { readonly segment: number; readonly bytes: Uint8Array } | null = null

  constructor(files: JournalFiles) {
    this.files = files
  }

  /** Numbers of all segments, ascending. */
  async numbers(): Promise<readonly number[]> {
    return segmentNumbers(await this.files.list())
  }

  /** Bytes from `from` up to `to` (its end when left out). */
  async read(segment: number, from = 0, to?: number): Promise<Uint8Array> {
    const plain = await this.#plain(segment, from, to)
    return plain ?? (await this.#unpack(segment)).subarray(from, to)
  }

  /** Enough of its beginning to hold the header. */
  async beginning(segment: number): Promise<Uint8Array> {
    const plain = await this.#plain(segment, 0, HEADER_BYTES)
    if (plain !== null) return plain
    const packed = await this.files.read(packedName(segment), 0, PACKED_HEADER_BYTES)
    const bytes = (await unpacked(packed, constants.Z_SYNC_FLUSH)) ?? (await beginningOf(packed))
    return bytes.subarray(0, HEADER_BYTES)
  }

  /** Has it at least so many bytes? Of a compressed one its last four bytes say so. */
  async reaches(segment: number, length: number): Promise<boolean> {
    const plain = await this.#plain(segment, Math.max(0, length - 1), length)
    if (plain !== null) return length === 0 || plain.length === 1
    const packed = Buffer.from(await this.files.read(packedName(segment)))
    return packed.length > 4 && packed.readUInt32LE(packed.length - 4) >= length
  }

  async isPacked(segment: number): Promise<boolean> {
    return !(await this.files.list()).includes(segmentName(segment))
  }

  async #plain(segment: number, from: number, to: number | undefined): Promise<Uint8Array | null> {
    try {
      return await this.files.read(segmentName(segment), from, to)
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error
      return null
    }
  }

  async #unpack(segment: number): Promise<Uint8Array> {
    if (this.#unpacked?.segment === segment) return this.#unpacked.bytes
    const name = packedName(segment)
    const { bytes, isWhole } = await unpackAsFarAsGood(await this.files.read(name))
    if (!isWhole) throw new SegmentDamaged(name, firstBadLine(bytes))
    this.#unpacked = { segment, bytes }
    return bytes
  }
}

/** What can be unpacked; `isWhole` when that is all, proved by the checksum at its end. */
export async function unpackAsFarAsGood(
  packed: Uint8Array,
): Promise<{ readonly bytes: Uint8Array; readonly isWhole: boolean }> {
  const whole = await unpacked(packed, constants.Z_FINISH)
  if (whole !== null) return { bytes: whole, isWhole: true }
  return { bytes: await beginningOf(packed), isWhole: false }
}

function unpacked(packed: Uint8Array, finishFlush: number): Promise<Uint8Array | null> {
  return new Promise((done) => {
    gunzip(packed, { finishFlush }, (error, bytes) => done(error === null ? bytes : null))
  })
}

/** The longest beginning that unpacks: what is behind a changed byte cannot be told from noise. */
async function beginningOf(packed: Uint8Array): Promise<Uint8Array> {
  let [good, bad] = [0, packed.length + 1]
  let bytes: Uint8Array = new Uint8Array()
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2)
    const found = await unpacked(packed.subarray(0, middle), constants.Z_SYNC_FLUSH)
    if (found === null) bad = middle
    else {
      good = middle
      bytes = found
    }
  }
  return bytes
}
