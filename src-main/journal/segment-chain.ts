import type { AppError } from '#shared/errors/app-error.ts'
import { jsonOf, lineSpans, openLine } from './lines.ts'
import { SegmentHeader } from './segment-header.ts'

/** A segment that is not what was written to it. */
export class SegmentDamaged extends Error {
  readonly error: Extract<AppError, { code: 'journal.damaged' }>

  constructor(file: string, line: number) {
    super(`${file}:${line}`)
    this.error = { code: 'journal.damaged', file, line }
  }
}

/** How far the lines of a segment hang together. */
export interface Chain {
  /** Hash of the last line that does, and the place after it. */
  readonly hash: string
  readonly good: number
  /** Lines that do. */
  readonly lines: number
}

/** Follows the hashes from a segment's first line on; its header names the hash before it. */
export function chainOf(bytes: Uint8Array): Chain {
  let chain: Chain = { hash: '', good: 0, lines: 0 }
  for (const { from, to, whole } of lineSpans(bytes)) {
    const line = bytes.subarray(from, to)
    const previous = chain.lines === 0 ? hashBefore(line) : chain.hash
    const opened = whole ? openLine(previous, line) : null
    if (opened === null) break
    chain = { hash: opened.hash, good: to + 1, lines: chain.lines + 1 }
  }
  return chain
}

/** 1-based number of the first line that breaks the chain, or that is missing behind it. */
export function firstBadLine(bytes: Uint8Array): number {
  return chainOf(bytes).lines + 1
}

function hashBefore(header: Uint8Array): string {
  const { hash: _, ...rest } = Object(jsonOf(Buffer.from(header).toString('utf8')))
  const parsed = SegmentHeader.safeParse(rest)
  return parsed.success ? (parsed.data.after?.hash ?? '') : ''
}
