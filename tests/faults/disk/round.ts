import type { Journal } from '#main/journal/journal.ts'
import type { StationMarker } from '#main/journal/station-marker.ts'
import { createRecord } from '#shared/edits/operations.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Result } from '#shared/result.ts'
import type { Fault, Leftovers } from '#tests/support/faulty-medium.ts'
import { allEdits, draftOf, type FaultyDesk, type Made, madeOf } from './desk.ts'
import { settled } from './faults.ts'
import { type Attempt, type Moment, opened } from './steps.ts'

/** What may be left after the power goes: nothing but what was synced, a little more, everything. */
export const ALL: Leftovers = { torn: Number.POSITIVE_INFINITY, names: true }

/** Reading large edits again takes long, so they go without the middle ones. */
export function leftoversFor(isLarge: boolean): readonly Leftovers[] {
  return isLarge ? [{}, ALL] : [{}, { torn: 9 }, { names: true }, ALL]
}

/** Which sentences a failure may give; a full disk must be called one. */
const SENTENCES: Readonly<Record<string, readonly string[]>> = {
  ENOSPC: ['journal.disk-full'],
  EDQUOT: ['journal.disk-full'],
  EROFS: ['journal.read-only'],
  EACCES: ['journal.read-only'],
  EIO: ['journal.write-failed'],
  ENODEV: ['journal.write-failed'],
  gone: ['journal.gone', 'journal.unreadable', 'journal.stale'],
}

export interface Round {
  readonly moment: Moment
  readonly fault: Fault
  readonly leftovers: readonly Leftovers[]
}

/**
 * Lets the fault strike, goes on as a clerk would (tries again, types on, starts again), then cuts the power. `null`
 * when nothing was lost, nothing half is there and the sentence named the cause; else what was wrong.
 */
export async function runRound(before: FaultyDesk, { moment, fault, leftovers }: Round): Promise<string[]> {
  const desk = before.copy()
  const problems: string[] = []
  const journal = moment.attempt === null ? null : opened(await desk.open())
  const attempt = journal === null ? null : ((await moment.attempt?.(journal)) ?? null)
  const marker = structuredClone(desk.marker)
  desk.files.medium.fail(fault)
  const answer = journal === null ? await openAndLeave(desk) : await attempt?.run(journal)
  if (answer === undefined) throw new Error('nothing was tried')
  const isGone = desk.files.names().length === 0
  await settled()
  if (!answer.ok) problems.push(...wrongSentence(fault, answer.error))
  else if (attempt !== null) desk.saved.push(...attempt.made)
  const isSaved = answer.ok && attempt !== null && attempt.made.length > 0
  // What goes after the attempt's own last look at the disk goes after it was saved, though the answer is on its way.
  if (isSaved && isGone && (fault.nth ?? 1) <= (await ownOperations(before, moment)))
    problems.push('called saved in a folder that is gone')
  const wasMadeAnew = fault.code === 'gone' && journal !== null && desk.files.medium.has(desk.files.folder)
  if (wasMadeAnew) problems.push('a folder that is gone was made anew')
  if (fault.code !== 'power' && fault.code !== 'gone')
    problems.push(...(await goOn(desk, journal, answer.ok ? null : attempt)))
  const mayBeThere = attempt?.made ?? []
  for (const left of fault.code === 'gone' ? [] : leftovers) {
    for (const remembered of left === ALL ? [desk.marker, marker, null] : [desk.marker, null]) {
      const found = await lostAfter(desk, left, remembered, mayBeThere)
      problems.push(...found.map((what) => `${what} after ${JSON.stringify(left)}`))
    }
  }
  return [...new Set(problems)]
}

/** Operations of the attempt itself, without the checkpoint and the packing that go on beside its answer. */
async function ownOperations(before: FaultyDesk, { attempt }: Moment): Promise<number> {
  const desk = before.copy()
  desk.checkpointEvery = null
  desk.compressesClosed = false
  const journal = opened(await desk.open())
  const made = await attempt?.(journal)
  const { log } = desk.files.medium
  const from = log.length
  await made?.run(journal)
  return log.length - from
}

async function openAndLeave(desk: FaultyDesk): Promise<Result<unknown, AppError>> {
  const answer = await desk.open()
  if (answer.ok) await answer.value.close()
  return answer
}

function wrongSentence(fault: Fault, error: AppError): string[] {
  const expected = fault.code === 'power' ? null : [...(SENTENCES[fault.code] ?? []), 'journal.unreadable']
  if (expected !== null && !expected.includes(error.code)) return [`${fault.code} was called ${error.code}`]
  return JSON.stringify(error).includes('/') ? ['a path in the sentence'] : []
}

/** The disk works again: what failed is tried once more, and one more edit is made. */
async function goOn(desk: FaultyDesk, journal: Journal | null, failed: Attempt | null): Promise<string[]> {
  desk.files.medium.heal()
  const open = journal ?? (await desk.open().then((again) => (again.ok ? again.value : null)))
  if (open === null) return ['not opened once the disk worked again']
  if (failed !== null) {
    const again = await failed.run(open)
    if (!again.ok) return [`not saved once the disk worked again: ${again.error.code}`]
    desk.saved.push(...failed.made)
  }
  const draft = draftOf(open, [createRecord('enterprise', 'after', { name: '样例企业' })])
  let next = await open.commit(draft)
  if (!next.ok && next.error.code === 'journal.not-open') {
    // It was being closed: the clerk starts the program again.
    const again = await desk.open()
    next = again.ok ? await again.value.commit(draft) : again
  }
  if (!next.ok) return [`nothing can be saved afterwards: ${next.error.code}`]
  desk.saved.push(madeOf(draft))
  return []
}

/** Opens what the power cut left: everything called saved is there once and in order, of the rest nothing half. */
async function lostAfter(
  desk: FaultyDesk,
  left: Leftovers,
  marker: StationMarker | null,
  mayBeThere: readonly Made[],
): Promise<string[]> {
  const after = desk.afterPowerCut(left, marker)
  const journal = await after.open()
  if (!journal.ok) return [`not opened: ${JSON.stringify(journal.error)}`]
  const edits = await allEdits(journal.value)
  if (!edits.ok) return [`not read: ${JSON.stringify(edits.error)}`]
  const saved = new Set(desk.saved.map(({ commit }) => commit))
  const others = edits.value.filter(({ commit }) => !saved.has(commit))
  const unknown = others.filter((made) => !mayBeThere.some((one) => isSame(one, made)))
  const kept = edits.value.filter(({ commit }) => saved.has(commit))
  const lost = desk.saved.filter((made, at) => !isSame(made, kept[at]))
  return [
    ...lost.map(({ commit }) => `lost edit ${commit}`),
    ...unknown.map(({ commit }) => `half an edit ${commit}`),
    ...(kept.length > desk.saved.length ? ['an edit twice'] : []),
  ]
}

function isSame(one: Made, other: Made | undefined): boolean {
  return one.commit === other?.commit && one.ops === other.ops
}
