import { crc32, inflateRawSync } from 'node:zlib'
import { err, ok, type Result } from '#shared/result.ts'
import { packedBytes, type ZipEntry, type ZipProblem } from './zip-directory.ts'

/**
 * An entry's content. The size the directory declares is the most that is ever unpacked, so a false size
 * cannot become a bomb; length and CRC must agree.
 */
export function unpackEntry(bytes: Uint8Array, entry: ZipEntry): Result<Uint8Array, ZipProblem> {
  if (entry.encrypted) return err('encrypted')
  const packed = packedBytes(bytes, entry)
  if (packed === null) return err('damaged')
  const content = entry.method === 0 ? ok(packed) : entry.method === 8 ? inflated(packed, entry.size) : null
  if (content === null) return err('damaged')
  if (!content.ok) return content
  if (content.value.length !== entry.size) return err('false-size')
  return crc32(content.value) === entry.crc ? content : err('damaged')
}

function inflated(packed: Uint8Array, size: number): Result<Uint8Array, ZipProblem> {
  try {
    return ok(inflateRawSync(packed, { maxOutputLength: Math.max(1, size) }))
  } catch (failure) {
    const tooLong = failure instanceof RangeError && 'code' in failure
    return err(tooLong && failure.code === 'ERR_BUFFER_TOO_LARGE' ? 'false-size' : 'damaged')
  }
}
