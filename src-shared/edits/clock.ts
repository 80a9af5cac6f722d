import type { Clock, EditId } from './edit.ts'

/** True when somebody who knew `clock` knew the edit `id`. */
export function clockHolds(clock: Clock, id: EditId): boolean {
  return (clock[id.station] ?? 0) >= id.n
}

/** The first edit that `needed` names and `known` lacks; null when everything is here. */
export function firstMissing(known: ReadonlyMap<string, number>, needed: Clock): EditId | null {
  for (const [station, n] of Object.entries(needed)) {
    const here = known.get(station) ?? 0
    if (here < n) return { station, n: here + 1 }
  }
  return null
}

/** How many edits a clock covers: an order that agrees with `seen` and is the same on every PC. */
export function heightOf(clock: Clock): number {
  let height = 0
  for (const n of Object.values(clock)) height += n
  return height
}

/** Text order by code units, the same on every PC (no locale). */
export function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** By station, then number: an order of edits for lists shown to the user. */
export function compareIds(a: EditId, b: EditId): number {
  return compareText(a.station, b.station) || a.n - b.n
}
