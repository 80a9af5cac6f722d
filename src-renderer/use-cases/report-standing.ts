import type { Identity, PeriodId } from '#shared/bundle/manifest.ts'
import type { OutboxEntry } from '#shared/ipc/bundle-channels.ts'
import type { Row } from '#shared/records/dictionary.ts'
import { type ChainPlace, nextPlace } from '#shared/report/chain-place.ts'

type Submission = Row<'submission'>

/** The 定稿 or 报送 in force for a period: the last one that is not withdrawn. */
export function standingReport(submissions: readonly Submission[], period: string): Submission | null {
  return (
    submissions
      .filter((row) => row.period === period && row.state !== '已撤回')
      .toSorted((a, b) => (b.seq ?? 0) - (a.seq ?? 0))[0] ?? null
  )
}

/** The file a report is compared with for the 审核人, and what it is to that report. */
export interface ComparedReport {
  readonly submission: Submission
  readonly relation: '被替代的文件' | '已撤回的定稿' | '上一份文件'
}

/** The file that was replaced, else the last 定稿 of the same period, else the last file before; null for the first. */
export function comparedReport(
  submissions: readonly Submission[],
  submission: Submission,
): ComparedReport | null {
  const before = submissions
    .filter((row) => (row.seq ?? 0) < (submission.seq ?? 0))
    .toSorted((a, b) => (b.seq ?? 0) - (a.seq ?? 0))
  const replaced = before.find((row) => row.identity === submission.supersedes)
  if (replaced !== undefined) return { submission: replaced, relation: '被替代的文件' }
  const draft = before.find((row) => row.period === submission.period && row.state === '已撤回')
  if (draft !== undefined) return { submission: draft, relation: '已撤回的定稿' }
  const last = before.find((row) => row.state !== '已撤回')
  return last === undefined ? null : { submission: last, relation: '上一份文件' }
}

/**
 * Place of the next file in the unit's chain. A file in the 发件箱 without a record (its edit was taken back) keeps its
 * number and counts as withdrawn, so that no number is ever used for two files.
 */
export function nextReportPlace(
  submissions: readonly Submission[],
  outbox: readonly OutboxEntry[],
  unit: string,
  period: string,
): ChainPlace {
  const known = new Set(submissions.map((row) => row.identity))
  const orphans = ownFiles(outbox, unit)
    .filter((entry) => entry.period !== null && !known.has(entry.identity))
    .map((entry) => orphan(entry.identity, entry.seq, entry.period ?? ''))
  return nextPlace([...submissions, ...orphans], period)
}

/** Files of this unit: others may lie in the 发件箱 because they were countersigned here. */
export function ownFiles(outbox: readonly OutboxEntry[], unit: string): readonly OutboxEntry[] {
  return outbox.filter((entry) => entry.name.startsWith(`${unit}_`))
}

const orphan = (identity: Identity, seq: number, period: PeriodId): Submission => ({
  id: identity,
  identity,
  seq,
  period,
  state: '已撤回',
})
