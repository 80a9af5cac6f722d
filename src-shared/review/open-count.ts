import type { Records } from '../edits/read-model.ts'
import { conflictPlaces } from './conflict.ts'
import { duplicatesOf } from './duplicate.ts'

/** Open items of 待核对: cells in conflict and pairs that may be one. */
export function openCount(records: Records): number {
  return conflictPlaces(records).length + duplicatesOf(records).length
}
