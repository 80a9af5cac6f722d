import { err, ok, type Result } from '../result.ts'

export interface JsonLimits {
  readonly depth: number
}

export type StrictJsonProblem = 'not-json' | 'too-deep' | 'forbidden-key' | 'lone-surrogate' | 'not-exact'

/**
 * The byte-exact rule (DESIGN.md 5): a text is taken only when JSON.stringify(JSON.parse(text)) is the same text.
 * That one rule stops duplicate members, spaces, BOM, trailing bytes, other spellings of numbers and escapes.
 */
export function parseStrictJson(text: string, limits: JsonLimits): Result<unknown, StrictJsonProblem> {
  const shape = shapeProblem(text, limits.depth)
  if (shape !== null) return err(shape)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return err('not-json')
  }
  // After the byte-exact rule the key can be spelled in this one way only; in a string its quotes are escaped.
  if (text.includes('"__proto__":')) return err('forbidden-key')
  return JSON.stringify(value) === text ? ok(value) : err('not-exact')
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const LETTER_U = 0x75
const OPEN_ARRAY = 0x5b
const OPEN_OBJECT = 0x7b
const CLOSE_ARRAY = 0x5d
const CLOSE_OBJECT = 0x7d
const SURROGATE_ESCAPE = /\\u[dD][89a-fA-F]/

/**
 * One pass over the raw text before anything is built from it. A lone surrogate is refused because UTF-8 has no
 * bytes for it: two different texts would get the same digest.
 */
function shapeProblem(text: string, maxDepth: number): StrictJsonProblem | null {
  const mayHoldSurrogate = SURROGATE_ESCAPE.test(text)
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit === QUOTE) {
      const end = mayHoldSurrogate ? endOfString(text, at + 1) : endOfPlainString(text, at + 1)
      if (end === null) return 'lone-surrogate'
      at = end
    } else if (unit === OPEN_ARRAY || unit === OPEN_OBJECT) {
      depth += 1
      if (depth > maxDepth) return 'too-deep'
    } else if (unit === CLOSE_ARRAY || unit === CLOSE_OBJECT) depth -= 1
  }
  return null
}

/** Index of the closing quote, or the end of a broken text, where no surrogate escape needs looking for. */
function endOfPlainString(text: string, from: number): number {
  const quote = text.indexOf('"', from)
  if (quote < 0) return text.length
  return text.charCodeAt(quote - 1) === BACKSLASH ? (endOfString(text, from) ?? text.length) : quote
}

/** Index of the closing quote (or the end of a broken text); null when an escaped surrogate is met. */
function endOfString(text: string, from: number): number | null {
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit === QUOTE) return at
    if (unit !== BACKSLASH) continue
    at += 1
    if (text.charCodeAt(at) === LETTER_U && isSurrogateEscape(text, at + 1)) return null
  }
  return text.length
}

function isSurrogateEscape(text: string, at: number): boolean {
  return /^[dD][89a-fA-F]/.test(text.slice(at, at + 2))
}
