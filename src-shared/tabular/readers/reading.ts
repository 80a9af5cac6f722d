import type { CleanValue, ValueKey } from '../cleaned.ts'
import type { Note } from '../finding.ts'
import type { FindingKind } from '../finding-kinds.ts'

/** What a reader made of one cell. No `value`: nothing usable; the notes say why. */
export interface Reading {
  readonly value?: CleanValue
  readonly notes: readonly Note[]
  /** Values the cell holds for other fields: a name in the phone column, 规上 in the size column. */
  readonly also?: Readonly<Record<ValueKey, CleanValue>>
}

const NO_NOTES: readonly Note[] = []

/** An empty cell: no value, nothing to say. */
export const NOTHING: Reading = { notes: NO_NOTES }

/** The value as it stands. */
export const plain = (value: CleanValue): Reading => ({ value, notes: NO_NOTES })

/** A value that differs from what the cell shows, with the kinds that say why. */
export function taken(value: CleanValue, kinds: readonly FindingKind[], after = String(value)): Reading {
  return { value, notes: kinds.map((kind) => ({ kind, after })) }
}

/** No value; `offer` is what it probably should be. */
export function refused(kind: FindingKind, offer: string | null = null): Reading {
  return { notes: [{ kind, after: offer }] }
}

const NONE_WORDS =
  /^(暂无|无|没有|未知|不详|待定|待补|待报|未填|未填报|未统计|未提供|保密|缺|空|n\/?a|null|none|nil)[。.]?$/iu
const DASHES = /^[-\u2010-\u2015－―_~～]+$/u
const SLASHES = /^[/\\／＼|]+$/u

export type EmptyMark = 'number-dash' | 'number-slash' | 'number-none-word'

/** A mark that means "nothing here": never a value, never 0. */
export function emptyMark(compacted: string): EmptyMark | null {
  if (DASHES.test(compacted)) return 'number-dash'
  if (SLASHES.test(compacted)) return 'number-slash'
  return NONE_WORDS.test(compacted) ? 'number-none-word' : null
}
