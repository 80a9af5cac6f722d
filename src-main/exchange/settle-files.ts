import { restOf } from '#shared/exchange/admission.ts'
import { FORMER_NAME, type KnownStation, withoutOthers } from '#shared/exchange/known-station.ts'
import type { FileSystem } from '../files/file-system.ts'
import { batchOf } from './batches.ts'
import type { ExchangeSession } from './exchange-session.ts'
import type { WaitingFile } from './held-files.ts'

/** What this PC wrote under a number it had before comes in by itself. */
async function acceptFormer(session: ExchangeSession): Promise<void> {
  for (const kid of session.inbox.kids()) {
    const pc = session.known(kid) === null && !session.compared.has(kid) ? session.newcomer(kid) : null
    if (pc === null || pc.station === session.station) continue
    session.compared.add(kid)
    if (!(await session.isFormer(pc))) continue
    const others = session.memory.known.filter(({ station }) => station !== pc.station)
    await session.remember({
      known: [...withoutOthers([...others, { ...pc, name: FORMER_NAME, former: true }])],
    })
  }
}

/** What the waiting files have brought about: news of their PCs, what parts a station, and which of them are over. */
export async function settleAll(session: ExchangeSession, fs: FileSystem): Promise<void> {
  await acceptFormer(session)
  const newest = new Map<string, WaitingFile>()
  for (const file of session.inbox.waiting()) {
    const last = newest.get(file.signer.kid)
    if (last === undefined || last.manifest.seq < file.manifest.seq) newest.set(file.signer.kid, file)
  }
  const known = session.memory.known.map((one) => withNews(one, newest.get(one.kid)))
  if (known.some((one, at) => one !== session.memory.known[at])) await session.remember({ known })
  await proveCovered(session)
  await settle(session, fs, session.inbox.waiting(), new Set())
}

/** A file that only repeats what is here may still say something else under the same numbers. */
async function proveCovered(session: ExchangeSession): Promise<void> {
  for (const from of session.memory.known) {
    if (from.standing !== 'accepted' || from.forked !== null) continue
    const here = session.here
    const covered = session.filesOf(from.kid).filter((file) => {
      const rest = restOf(file, from, here)
      return rest.free.length + rest.ask.length === 0
    })
    const batch = batchOf(covered, from, here)
    const answer = batch === null ? null : await session.journal.takeUpWritten(batch.edits)
    if (answer?.ok !== true) continue
    const forked = answer.value.left.find(({ why }) => why === 'forked')?.id
    if (forked === undefined) continue
    const known = session.memory.known.map((one) => (one.kid === from.kid ? { ...one, forked } : one))
    await session.remember({ known })
  }
}

/**
 * Lays aside files of which nothing can come any more: taken up whole, refused, or of stations (`parted`) whose chain
 * goes another way here.
 */
export async function settle(
  session: ExchangeSession,
  fs: FileSystem,
  files: readonly WaitingFile[],
  parted: ReadonlySet<string>,
): Promise<void> {
  const done: string[] = []
  for (const file of files) {
    if (file.body.station === session.station) {
      // Somebody put it into another PC's folder; what it says of this station is known here or was not made here.
      const { own } = restOf(file, { station: '', also: [] }, session.here)
      session.inbox.drop(file.mark)
      if (own.length > 0 && session.believed.has(file.signer.kid)) session.strange.add(file.mark)
      else done.push(file.mark)
      continue
    }
    const known = session.known(file.signer.kid)
    const from = known ?? { station: file.body.station, also: Object.keys(file.body.after) }
    const rest = restOf(file, from, session.here)
    const isStrange = rest.own.length > 0 && session.believed.has(file.signer.kid)
    if (isStrange) session.strange.add(file.mark)
    const canCome = rest.ask.length > 0 || rest.free.some(({ station }) => !parted.has(station))
    const isOver = known?.standing === 'refused' || !canCome
    // A newcomer stays to be judged even when all it brought is here already.
    if (!isOver || known === null) continue
    session.inbox.drop(file.mark)
    if (file.byHand) await fs.remove(file.path).catch(() => undefined)
    // Not settled while it tells that the number is used twice: after a restart it has to tell so again.
    else if (!isStrange) done.push(file.mark)
  }
  if (done.length > 0) await session.remember({ done: [...session.memory.done, ...done] })
}

function withNews(known: KnownStation, file: WaitingFile | undefined): KnownStation {
  if (file === undefined || file.manifest.seq <= known.lastSeq) return known
  const { manifest, body } = file
  return {
    ...known,
    name: known.former ? known.name : body.name,
    lastSeq: manifest.seq,
    lastAt: manifest.createdAt,
    knows: body.knows,
  }
}
