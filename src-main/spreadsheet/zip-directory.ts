import { err, ok, type Result } from '#shared/result.ts'

export interface ZipEntry {
  readonly name: string
  readonly packed: number
  readonly size: number
  readonly crc: number
  /** 0 stored, 8 deflate. */
  readonly method: number
  readonly encrypted: boolean
  /** Offset of the local header. */
  readonly offset: number
}

export type ZipProblem = 'damaged' | 'duplicate-entries' | 'encrypted' | 'false-size'

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const UNKNOWN = 0xffffffff

/** The central directory of a zip file (APPNOTE 4.3.12); names must be unique without regard to case. */
export function zipDirectory(bytes: Uint8Array): Result<readonly ZipEntry[], ZipProblem> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  if (end === null) return err('damaged')
  const count = view.getUint16(end + 10, true)
  const entries: ZipEntry[] = []
  const names = new Set<string>()
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) return err('damaged')
    const entry = entryAt(view, at)
    if (entry === null || entry.offset + entry.packed > at) return err('damaged')
    const key = entry.name.toLowerCase().replaceAll('\\', '/').replace(/^\/+/, '')
    if (names.has(key)) return err('duplicate-entries')
    names.add(key)
    entries.push(entry)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return ok(entries)
}

/** Packed bytes of an entry; null when its local header does not fit the directory. */
export function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL) return null
  const nameLength = view.getUint16(entry.offset + 26, true)
  const start = entry.offset + 30 + nameLength + view.getUint16(entry.offset + 28, true)
  if (start + entry.packed > bytes.length) return null
  const localName = nameOf(view, entry.offset + 30, nameLength)
  return localName === entry.name ? bytes.subarray(start, start + entry.packed) : null
}

function entryAt(view: DataView, at: number): ZipEntry | null {
  const nameLength = view.getUint16(at + 28, true)
  const extraLength = view.getUint16(at + 30, true)
  if (at + 46 + nameLength + extraLength > view.byteLength) return null
  const sizes = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)]
  const wide = wideSizes(view, at + 46 + nameLength, extraLength)
  // Zip64 holds 64-bit values only for the fields that are all ones, in this order.
  const [size, packed, offset] = sizes.map((value) => (value === UNKNOWN ? (wide.shift() ?? value) : value))
  if (size === undefined || packed === undefined || offset === undefined) return null
  return {
    name: nameOf(view, at + 46, nameLength),
    packed,
    size,
    crc: view.getUint32(at + 16, true),
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    offset,
  }
}

function wideSizes(view: DataView, from: number, length: number): number[] {
  for (let at = from; at + 4 <= from + length; ) {
    const size = view.getUint16(at + 2, true)
    if (view.getUint16(at, true) === 1) {
      const count = Math.floor(Math.min(size, from + length - at - 4) / 8)
      return Array.from({ length: count }, (_, i) => Number(view.getBigUint64(at + 4 + i * 8, true)))
    }
    at += 4 + size
  }
  return []
}

function endOfDirectory(view: DataView): number | null {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === END) return at
  }
  return null
}

function nameOf(view: DataView, at: number, length: number): string {
  return new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at, length))
}
