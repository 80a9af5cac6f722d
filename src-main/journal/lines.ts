import { createHash } from 'node:crypto'

/** SHA-256 in hex of texts and bytes one after the other. */
export function sha256(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

/** `,"hash":"<64 hex>"}` closes every line. */
const TAIL_LENGTH = 75
const TAIL = /^,"hash":"([0-9a-f]{64})"}$/
const NEWLINE = 0x0a

export interface SealedLine {
  /** Newline included. */
  readonly bytes: Uint8Array
  readonly hash: string
}

/**
 * One line of the journal: `{…,"hash":"…"}` and a newline. The hash is SHA-256 over the previous line's hash (64 hex
 * characters) and this line's bytes before `,"hash":` (`open`), so no line can be changed, moved or left out unseen.
 */
export function sealLine(previous: string, open: readonly (string | Uint8Array)[]): SealedLine {
  const parts = open.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : part))
  const hash = sha256(previous, ...parts)
  return { bytes: Buffer.concat([...parts, Buffer.from(`,"hash":"${hash}"}\n`, 'latin1')]), hash }
}

/** The value of a sealed line (without its newline) and its hash; null when it is torn or changed. */
export function openLine(previous: string, line: Uint8Array): OpenedLine | null {
  const bytes = Buffer.from(line.buffer, line.byteOffset, line.byteLength)
  const seal = TAIL.exec(bytes.toString('latin1', Math.max(0, bytes.length - TAIL_LENGTH)))
  const open = bytes.subarray(0, Math.max(0, bytes.length - TAIL_LENGTH))
  const hash = seal?.[1]
  if (hash === undefined || sha256(previous, open) !== hash) return null
  return { text: `${open.toString('utf8')}}`, hash }
}

export interface OpenedLine {
  /** The line as it was before sealing. */
  readonly text: string
  readonly hash: string
}

/** The value of JSON text; null when it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A line's place in its file; `whole` is false for a last line without its newline. */
export interface LineSpan {
  readonly from: number
  readonly to: number
  readonly whole: boolean
}

/** Lines of a file, 0x0A between them; JSON never holds a raw one. */
export function* lineSpans(bytes: Uint8Array): Generator<LineSpan> {
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(NEWLINE, from)
    const to = end < 0 ? bytes.length : end
    yield { from, to, whole: end >= 0 }
    from = to + 1
  }
}
