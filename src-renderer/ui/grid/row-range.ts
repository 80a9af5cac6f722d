/** Ids from the row clicked last to the row clicked now with shift, both included, in displayed order. */
export function idsBetween(
  shown: readonly string[],
  last: string | null,
  clicked: string,
): readonly string[] {
  const to = shown.indexOf(clicked)
  const from = last === null ? -1 : shown.indexOf(last)
  if (from === -1 || to === -1) return [clicked]
  return shown.slice(Math.min(from, to), Math.max(from, to) + 1)
}
