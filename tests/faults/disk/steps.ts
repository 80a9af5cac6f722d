import type { Journal } from '#main/journal/journal.ts'
import type { Edit, EditDraft, Operation } from '#shared/edits/edit.ts'
import { createRecord } from '#shared/edits/operations.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Result } from '#shared/result.ts'
import { draftOf, FaultyDesk, type Made, madeOf } from './desk.ts'

/** What is done while the disk fails; `made` is what it saves once it is called saved. */
export interface Attempt {
  readonly made: readonly Made[]
  run(journal: Journal): Promise<Result<unknown, AppError>>
}

/** A moment of the journal's life: `before` leads to it, then the attempt is made on an open journal, or opening is. */
export interface Moment {
  readonly name: string
  before(): Promise<FaultyDesk>
  /** null: the opening itself is what the fault strikes. */
  readonly attempt: ((journal: Journal) => Promise<Attempt>) | null
}

/** Firms that fill two chunks. */
const LARGE = 450

export const MOMENTS: readonly Moment[] = [
  { name: 'a journal is begun', before: async () => new FaultyDesk(), attempt: null },
  { name: 'a journal is opened', before: () => deskWith(5), attempt: null },
  { name: 'a journal is opened from its checkpoint', before: checkpointedDesk, attempt: null },
  { name: 'a torn last edit is cut off', before: tornDesk, attempt: null },
  { name: 'a copied folder begins a station', before: copiedDesk, attempt: null },
  { name: 'the first edit', before: () => deskWith(0), attempt: commitOf(1) },
  { name: 'an edit', before: () => deskWith(1), attempt: commitOf(1) },
  { name: 'an edit that begins a segment', before: () => deskWith(4), attempt: commitOf(1) },
  { name: 'an edit that is followed by a checkpoint', before: checkpointingDesk, attempt: commitOf(1) },
  { name: 'edits of another PC', before: () => deskWith(1), attempt: takeUpOf([1, 2]) },
  { name: 'the first checkpoint', before: () => deskWith(3), attempt: close },
  { name: 'a checkpoint in place of another', before: () => closedDesk(3, 2), attempt: close },
  { name: 'a journal is opened from its checkpoint', before: () => closedDesk(4, 0), attempt: null },
  { name: 'a journal is opened from an older checkpoint', before: () => closedDesk(2, 3), attempt: null },
  { name: 'a closed segment is compressed', before: () => packingDesk(4), attempt: null },
  { name: 'an edit behind compressed segments', before: () => packedDesk(5), attempt: commitOf(1) },
  { name: 'an edit behind a checkpoint', before: () => closedDesk(3, 0), attempt: commitOf(1) },
]

/** Edits in chunks; their bytes are many, so only some of them are tried. */
export const LARGE_MOMENTS: readonly Moment[] = [
  { name: 'a large edit', before: () => deskWith(1), attempt: commitOf(LARGE) },
  { name: 'large edits of another PC', before: () => deskWith(1), attempt: takeUpOf([1, LARGE]) },
]

function firms(name: string, count: number): readonly Operation[] {
  const note = '备注'.repeat(count > 10 ? 100 : 1)
  return Array.from({ length: count }, (_, at) =>
    createRecord('enterprise', `${name}-${at}`, { name: `样例企业${at}`, note }),
  )
}

async function deskWith(edits: number): Promise<FaultyDesk> {
  const desk = new FaultyDesk()
  const journal = opened(await desk.open())
  for (let n = 0; n < edits; n += 1) await saveOne(desk, journal, firms(`f${n}`, 1))
  return desk
}

/** Closed segments are compressed the next time it is opened. */
async function packingDesk(edits: number): Promise<FaultyDesk> {
  const desk = await deskWith(edits)
  desk.compressesClosed = true
  return desk
}

async function packedDesk(edits: number): Promise<FaultyDesk> {
  const desk = await packingDesk(edits)
  for (let starts = 0; starts < edits; starts += 1) await opened(await desk.open()).close()
  if (!desk.files.names().some((name) => name.endsWith('.gz'))) throw new Error('nothing is compressed')
  return desk
}

/** Left with a checkpoint, then used for so many more edits and ended by the power. */
async function closedDesk(edits: number, more: number): Promise<FaultyDesk> {
  const desk = await deskWith(edits)
  await opened(await desk.open()).close()
  const journal = opened(await desk.open())
  for (let n = 0; n < more; n += 1) await saveOne(desk, journal, firms(`g${n}`, 1))
  return desk
}

export async function saveOne(desk: FaultyDesk, journal: Journal, ops: readonly Operation[]): Promise<void> {
  const draft = draftOf(journal, ops)
  opened(await journal.commit(draft))
  desk.saved.push(madeOf(draft))
}

/** The program was left properly after three edits, and two were made since. */
async function checkpointedDesk(): Promise<FaultyDesk> {
  const desk = await deskWith(3)
  await opened(await desk.open()).close()
  const journal = opened(await desk.open())
  for (let n = 0; n < 2; n += 1) await saveOne(desk, journal, firms(`since${n}`, 1))
  return desk
}

/** An older checkpoint is there, and the next edit makes a newer one due. */
async function checkpointingDesk(): Promise<FaultyDesk> {
  const desk = await checkpointedDesk()
  desk.checkpointEvery = 1
  return desk
}

/** The last thing in the file is half an edit that was never called saved. */
async function tornDesk(): Promise<FaultyDesk> {
  const desk = await deskWith(2)
  const journal = opened(await desk.open())
  const last = desk.files.names().at(-1) ?? ''
  desk.files.medium.fail({ on: 'append', code: 'power', bytes: 90 })
  await journal.commit(draftOf(journal, firms('torn', 1)))
  desk.files.medium.cutPower({ torn: Number.POSITIVE_INFINITY })
  if (desk.files.text(last).endsWith('\n')) throw new Error('nothing is torn')
  return desk
}

async function copiedDesk(): Promise<FaultyDesk> {
  const desk = await deskWith(2)
  desk.machine = 'machine-2'
  desk.marker = null
  return desk
}

function commitOf(count: number) {
  return async (journal: Journal): Promise<Attempt> => {
    const draft: EditDraft = draftOf(journal, firms('attempt', count))
    return { made: [madeOf(draft)], run: (open) => open.commit(draft) }
  }
}

/** Edits another PC made, each with so many firms. */
function takeUpOf(counts: readonly number[]) {
  return async (): Promise<Attempt> => {
    const there = new FaultyDesk()
    const journal = opened(await there.open())
    for (const [at, count] of counts.entries()) await saveOne(there, journal, firms(`there${at}`, count))
    const edits: Edit[] = opened(await journal.read(null)).edits
    return { made: edits.map(madeOf), run: (open) => open.takeUp(edits) }
  }
}

export function opened<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

/** The program ends and leaves a checkpoint; a failure of that is no failure of anything else. */
async function close(): Promise<Attempt> {
  const run = async (journal: Journal) => {
    await journal.close()
    return { ok: true, value: null } as const
  }
  return { made: [], run }
}
