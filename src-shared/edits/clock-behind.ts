/** Corrections of the clock by a network or by hand are no reason to warn. */
const TOLERANCE_MINUTES = 10

/**
 * Does this PC's clock stand before its own last edit? It decides nothing (the order of edits goes by what their authors
 * had seen); the date on them would mislead. Instants as ISO 8601 UTC.
 */
export function isClockBehind(lastEditAt: string, now: string): boolean {
  return Date.parse(now) + TOLERANCE_MINUTES * 60_000 < Date.parse(lastEditAt)
}
