import type { Identity, Manifest } from '../bundle/manifest.ts'
import type { Row } from '../records/dictionary.ts'

/** Where the next report stands in the unit's chain to the city (DESIGN.md 5, Order). */
export type ChainPlace = Pick<Manifest, 'seq' | 'previous' | 'supersedes' | 'void'>

/** A report made before, whether sent or withdrawn (撤回). */
interface EarlierReport {
  readonly seq: number
  readonly identity: Identity
  readonly period: string
  readonly withdrawn: boolean
}

/** The place after everything in 报送登记; a withdrawn 定稿 keeps its number and is listed in `void`. */
export function nextPlace(submissions: readonly Row<'submission'>[], period: string): ChainPlace {
  const earlier = submissions.flatMap(earlierReport).toSorted((a, b) => a.seq - b.seq)
  const standing = earlier.filter((report) => !report.withdrawn)
  const last = standing.at(-1)
  return {
    seq: (earlier.at(-1)?.seq ?? 0) + 1,
    previous: last?.identity ?? null,
    supersedes: standing.findLast((report) => report.period === period)?.identity ?? null,
    void: earlier
      .filter((report) => report.withdrawn && report.seq > (last?.seq ?? 0))
      .map(({ seq, identity }) => ({ seq, identity })),
  }
}

function earlierReport(row: Row<'submission'>): EarlierReport[] {
  const { seq, identity, period, state } = row
  if (seq === undefined || identity === undefined || period === undefined) return []
  return [{ seq, identity, period, withdrawn: state === '已撤回' }]
}

/** The place right after one file, when only that file is at hand (command line). */
export function placeAfter(
  last: { readonly seq: number; readonly identity: Identity; readonly period: string | null } | null,
  period: string,
): ChainPlace {
  if (last === null) return { seq: 1, previous: null, supersedes: null, void: [] }
  const supersedes = last.period === period ? last.identity : null
  return { seq: last.seq + 1, previous: last.identity, supersedes, void: [] }
}
