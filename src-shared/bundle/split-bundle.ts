/** The two halves of a file: everything before the body, closed as an object of its own, and the body's UTF-8 bytes. */
export interface SplitBundle {
  readonly head: Uint8Array
  readonly body: Uint8Array
}

const BODY_MEMBER = [...',"body":"'].map((character) => character.charCodeAt(0))
const QUOTE = 0x22
const BACKSLASH = 0x5c
const SPACE = 0x20
const CLOSE_OBJECT = 0x7d

/** JSON.stringify's two-character escapes: letter after the backslash -> byte. */
const SHORT_ESCAPES = new Uint8Array(128)
for (const [letter, byte] of Object.entries({ '"': 0x22, '\\': 0x5c, b: 8, f: 12, n: 10, r: 13, t: 9 })) {
  SHORT_ESCAPES[letter.charCodeAt(0)] = byte
}

/**
 * Reads the body of a large file without building the outer text: the bytes between `,"body":"` and `"}`, unescaped,
 * taken only in the one spelling JSON.stringify gives. null means: not of that form, read it the slow way.
 */
export function splitBundle(bytes: Uint8Array): SplitBundle | null {
  const at = indexOfBodyMember(bytes)
  const end = bytes.length - 2
  if (at < 0 || bytes[end] !== QUOTE || bytes[end + 1] !== CLOSE_OBJECT) return null
  const from = at + BODY_MEMBER.length
  if (from > end) return null
  const body = unescapeCanonical(bytes, from, end)
  if (body === null) return null
  const head = new Uint8Array(at + 1)
  head.set(bytes.subarray(0, at))
  head[at] = CLOSE_OBJECT
  return { head, body }
}

/** The first place: before the body a strict file has base64url and fixed names only, so it cannot lie in a string. */
function indexOfBodyMember(bytes: Uint8Array): number {
  const [first = 0] = BODY_MEMBER
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (BODY_MEMBER.every((byte, offset) => bytes[at + offset] === byte)) return at
  }
  return -1
}

function unescapeCanonical(bytes: Uint8Array, from: number, to: number): Uint8Array | null {
  const out = new Uint8Array(to - from)
  let length = 0
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte === QUOTE || byte < SPACE) return null
    if (byte !== BACKSLASH) {
      out[length++] = byte
      continue
    }
    at += 1
    const short = at < to ? (SHORT_ESCAPES[bytes[at] ?? 0] ?? 0) : 0
    const escaped = short === 0 ? controlEscape(bytes, at, to) : short
    if (escaped === null) return null
    if (short === 0) at += 4
    out[length++] = escaped
  }
  return out.subarray(0, length)
}

/** `u00XX` in lower case for the control characters that have no short escape; anything else is another spelling. */
function controlEscape(bytes: Uint8Array, at: number, to: number): number | null {
  if (at + 5 > to) return null
  const digits = String.fromCharCode(...bytes.subarray(at, at + 5))
  if (!/^u00[01][0-9a-f]$/.test(digits)) return null
  const byte = Number.parseInt(digits.slice(1), 16)
  return byte >= 8 && byte <= 13 && byte !== 11 ? null : byte
}
