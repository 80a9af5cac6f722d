import type { CountingRules } from '../pack/counting-rules.ts'
import type { Row } from '../records/dictionary.ts'
import { firstDay } from './date-range.ts'
import { isGranted, isOwnWork, isVoidFromStart, type RegisteredPatent } from './patent-register.ts'

/** One granted invention of a firm; `on` is the 授权公告日, null when it is missing. */
export interface FirmGrant {
  readonly patent: Row<'patent'>
  readonly on: string | null
}

/** Granted inventions by firm id, earliest first, undated last; joint owners each have theirs. */
export function grantsByFirm(
  patents: readonly RegisteredPatent[],
  rules: CountingRules,
): ReadonlyMap<string, readonly FirmGrant[]> {
  const byFirm = new Map<string, FirmGrant[]>()
  for (const { patent, kind, owners } of patents) {
    if (kind !== '发明' || isVoidFromStart(patent) || !isGranted(patent)) continue
    for (const { firm, acquisition } of owners) {
      if (!isOwnWork(acquisition, rules)) continue
      const grants = byFirm.get(firm.id) ?? []
      grants.push({ patent, on: patent.grantedOn ?? null })
      byFirm.set(firm.id, grants)
    }
  }
  for (const grants of byFirm.values()) grants.sort(byDate)
  return byFirm
}

function byDate(a: FirmGrant, b: FirmGrant): number {
  const left = a.on === null ? '9' : firstDay(a.on)
  const right = b.on === null ? '9' : firstDay(b.on)
  return left < right ? -1 : left > right ? 1 : 0
}
