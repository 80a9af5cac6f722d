import type { Tally } from '../tally.ts'
import type { FaultyDesk } from './desk.ts'
import { faultsOf, sizesOf } from './faults.ts'
import { ALL, leftoversFor, runRound } from './round.ts'
import { LARGE_MOMENTS, MOMENTS, type Moment, opened } from './steps.ts'

/** Which of the faults are tried: every `every`-th byte, of large edits every `everyLarge`-th; null: no large edits. */
export interface Density {
  readonly every: number
  readonly everyLarge: number | null
}

/**
 * The disk under the journal fails at every operation in every way, and in the middle of every write; afterwards each
 * edit that was called saved is looked for.
 */
export async function journalDiskRounds({ every, everyLarge }: Density): Promise<Tally> {
  const tally: Tally = { rounds: 0, saved: 0, losses: [] }
  const large = everyLarge === null ? [] : LARGE_MOMENTS
  for (const moment of [...MOMENTS, ...large]) {
    const isLarge = LARGE_MOMENTS.includes(moment)
    const before = await moment.before()
    const operations = await operationsOf(before, moment)
    const reach = { folder: before.files.folder, every: isLarge ? (everyLarge ?? 1) : every }
    for (const fault of faultsOf(operations, reach)) {
      const leftovers = fault.bytes === undefined ? leftoversFor(isLarge) : [ALL]
      const problems = await runRound(before, { moment, fault, leftovers })
      tally.rounds += 1
      tally.saved += before.saved.length
      const where = `disk round ${tally.rounds}, ${moment.name}, ${JSON.stringify(fault)}`
      tally.losses.push(...problems.map((what) => `${where}: ${what}`))
    }
  }
  return tally
}

/** What the moment asks of the disk when nothing fails. */
async function operationsOf(before: FaultyDesk, moment: Moment): Promise<readonly number[]> {
  const desk = before.copy()
  const journal = moment.attempt === null ? null : opened(await desk.open())
  const attempt = journal === null ? null : await moment.attempt?.(journal)
  return sizesOf(desk.files.medium, async () => {
    if (journal !== null && attempt) return attempt.run(journal)
    const open = await desk.open()
    if (open.ok) await open.value.close()
    return open
  })
}
