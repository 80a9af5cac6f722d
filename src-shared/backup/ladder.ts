import { chinaDay } from '../china-day.ts'
import type { BackupReason } from './backup-facts.ts'
import type { BackupName } from './backup-name.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** While changing, at most this much work is without a backup. */
export const CHANGE_INTERVAL = 15 * MINUTE
/** Older than this and the window shows the red line. */
export const OVERDUE_AFTER = 3 * DAY
/** A backup from further in the future than this means that a clock was wrong. */
const CLOCK_SLACK = DAY

export const KEPT_RECENT = 12
export const KEPT_DAYS = 31

/** The last backup that was proved, at one place. */
export interface LastGood {
  /** ISO 8601 UTC. */
  readonly at: string
  /** Hash of the journal's last line in it. */
  readonly hash: string
}

/** Which rung of the ladder is due at a place, null for none. Only asked when there is data. */
export function dueReason(now: string, last: LastGood | null, headHash: string): BackupReason | null {
  if (last === null) return 'monthly'
  const age = ageOf(now, last.at)
  // A clock that was set wrong must not stop backups for years.
  if (age < -CLOCK_SLACK) return 'daily'
  if (chinaDay(now).slice(0, 7) !== chinaDay(last.at).slice(0, 7)) return 'monthly'
  if (chinaDay(now) !== chinaDay(last.at)) return 'daily'
  return last.hash !== headHash && Math.abs(age) >= CHANGE_INTERVAL ? 'change' : null
}

/** The red line: no good backup for more than three days, counted from the first data while there never was one. */
export function isOverdue(now: string, lastGoodAt: string | null, dataSince: string): boolean {
  const age = ageOf(now, lastGoodAt ?? dataSince)
  return age > OVERDUE_AFTER || age < -OVERDUE_AFTER
}

const ageOf = (now: string, then: string): number => Date.parse(now) - Date.parse(then)

/**
 * Which files of one place may go: of each chain (journal and station) stay the newest twelve, the newest of each of the
 * last 31 days that have one, the newest of each month for ever, what was made before a dangerous step or for a 移交, and `lastGood`,
 * the name of the last one proved there. Where the newest of a day or month was never `proved`, the newest proved one of it
 * stays too: a copy may have rotted. Newer means more edits, then later: clocks may have been set back.
 */
export function removable(
  files: readonly BackupName[],
  lastGood: string | null,
  proved: ReadonlySet<string> = new Set(),
): readonly BackupName[] {
  const chains = new Map<string, BackupName[]>()
  for (const file of files) {
    const chain = `${file.unit} ${file.journal} ${file.station}`
    chains.set(chain, [...(chains.get(chain) ?? []), file])
  }
  const going: BackupName[] = []
  for (const chain of chains.values()) {
    const kept = new Set([
      ...keptOf(chain),
      ...keptOf(
        chain.filter((file) => proved.has(file.name)),
        0,
      ),
    ])
    going.push(...chain.filter((file) => !kept.has(file) && file.name !== lastGood))
  }
  return going
}

function keptOf(chain: readonly BackupName[], recent = KEPT_RECENT): ReadonlySet<BackupName> {
  const newest = chain.toSorted((a, b) => b.count - a.count || b.createdAt.localeCompare(a.createdAt))
  const kept = new Set(newest.slice(0, recent))
  const days = new Set<string>()
  const months = new Set<string>()
  for (const file of newest) {
    const day = chinaDay(file.createdAt)
    if (file.reason.startsWith('before-') || file.reason === 'succession') kept.add(file)
    if (!days.has(day) && days.size < KEPT_DAYS) kept.add(file)
    if (!months.has(day.slice(0, 7))) kept.add(file)
    days.add(day)
    months.add(day.slice(0, 7))
  }
  return kept
}
