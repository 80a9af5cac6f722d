/** One line of `npm run bench`; `ratio` = ours / anchor, lower is better. */
export interface BenchRow {
  readonly name: string
  readonly ours: number
  readonly anchor: number
  readonly unit: 'ms'
  readonly ratio: number
  readonly goal: number
}

/** Runs both in turn, `runs` times after one warm-up, and compares the medians. */
export async function compareInTurn(
  name: string,
  goal: number,
  runs: number,
  tasks: { readonly ours: () => Promise<number>; readonly anchor: () => Promise<number> },
): Promise<BenchRow> {
  const ours: number[] = []
  const anchor: number[] = []
  for (let run = -1; run < runs; run += 1) {
    const [a, b] = [await tasks.anchor(), await tasks.ours()]
    if (run < 0) continue
    anchor.push(a)
    ours.push(b)
  }
  const [o, a] = [median(ours), median(anchor)]
  return { name, ours: o, anchor: a, unit: 'ms', ratio: o / a, goal }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
