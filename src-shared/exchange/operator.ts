import type { Operation } from '../edits/edit.ts'
import { PROFILE_ID } from '../records/profile.ts'

/** What a commit says of who sits at this PC. */
export interface Spoken {
  readonly ops: readonly Operation[]
  /** Named on purpose, as a successor is. */
  readonly by?: string
}

/**
 * 本机操作人 after a commit made here: a successor takes the seat, and so does who makes 首次设置; who changes their own name
 * as 填报人 keeps it. A 填报人 chosen in 待核对 is the unit's and says nothing of who sits here.
 */
export function operatorAfter(operator: string, preparer: string | undefined, { ops, by }: Spoken): string {
  if (by !== undefined) return by
  for (const op of ops) {
    if (op.record !== 'profile' || !('set' in op) || op.id !== PROFILE_ID) continue
    const { preparer: named, unit } = op.set
    const isOwnName = preparer === operator || unit !== undefined
    if (isOwnName && typeof named === 'string' && named.trim() !== '') return named
  }
  return operator
}
