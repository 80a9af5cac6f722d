import { useMemo } from 'react'
import type { Naming } from '#shared/edits/register-words.ts'
import { duplicatesOf } from '#shared/review/duplicate.ts'
import { PLAN_PACK } from '../../workspace/plan-pack.ts'
import { useConflicts, useRecords } from '../../workspace/use-workspace.ts'
import { type ReviewItem, reviewItems } from './review-items.ts'

/** Everything open, in the order it is shown. */
export function useReviewItems(): readonly ReviewItem[] {
  const conflicts = useConflicts()
  const records = useRecords()
  return useMemo(() => reviewItems(conflicts, duplicatesOf(records)), [conflicts, records])
}

export function useNaming(): Naming {
  const records = useRecords()
  return useMemo(() => ({ records, indicators: PLAN_PACK.indicators }), [records])
}
