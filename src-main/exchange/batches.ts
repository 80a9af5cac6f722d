import type { Clock, EditId } from '#shared/edits/edit.ts'
import { EXCHANGE_LIMITS, type TravellingEdit } from '#shared/exchange/exchange-body.ts'
import { type Admission, admissionOf, type KnownStation } from '#shared/exchange/known-station.ts'
import { inOrder, noteOf, type WaitingFile } from './held-files.ts'

/** Some files of one PC, taken up as one step. */
export interface Batch {
  readonly kid: string
  readonly name: string
  readonly files: readonly WaitingFile[]
  /** Edits that may be written, and the newest known one of each station, which proves the chain. */
  readonly edits: readonly TravellingEdit[]
  /** Further stations somebody looked at: agreed to with this batch, and only for it. */
  readonly once: readonly string[]
}

const BATCH_BYTES = 16 * 1024 * 1024

interface Here {
  readonly station: string
  readonly clock: Clock
}

/** The first files of a PC in the order of its edits, and what of them may be taken up. */
export function batchOf(
  files: readonly WaitingFile[],
  from: Pick<KnownStation, 'kid' | 'name' | 'station' | 'also'>,
  here: Here,
  once: readonly string[] = [],
): Batch | null {
  const own = files
    .filter(({ signer }) => signer.kid === from.kid)
    .toSorted((a, b) => inOrder(noteOf(a), noteOf(b)))
  const chosen: WaitingFile[] = []
  let bytes = 0
  for (const file of own) {
    if (bytes > BATCH_BYTES) break
    chosen.push(file)
    bytes += file.bytes
  }
  if (chosen.length === 0) return null
  const edits = [...admitted(chosen, { ...from, also: [...from.also, ...once] }, here)]
  return { kid: from.kid, name: from.name, files: chosen, edits, once }
}

function* admitted(
  files: readonly WaitingFile[],
  from: Pick<KnownStation, 'station' | 'also'>,
  { station, clock }: Here,
): Generator<TravellingEdit> {
  const known = new Map<string, TravellingEdit>()
  const free = new Map<string, TravellingEdit>()
  for (const { body } of files) {
    for (const one of body.edits) {
      const { id } = one.edit
      const standing = admissionOf(id, from, station, clock)
      if (standing === 'here') {
        if ((known.get(id.station)?.edit.id.n ?? 0) < id.n) known.set(id.station, one)
      } else if (standing === 'free') free.set(`${id.station}:${id.n}`, one)
    }
  }
  yield* known.values()
  yield* free.values()
}

/** What of a file is not here yet, by what may become of it. */
export function restOf(
  { body }: WaitingFile,
  from: Pick<KnownStation, 'station' | 'also'>,
  { station, clock }: Here,
): Readonly<Record<Exclude<Admission, 'here'>, readonly EditId[]>> {
  const rest = { free: [] as EditId[], ask: [] as EditId[], own: [] as EditId[] }
  for (const { edit } of body.edits) {
    const standing = admissionOf(edit.id, from, station, clock)
    if (standing !== 'here') rest[standing].push(edit.id)
  }
  return rest
}

/** A PC nobody has accepted yet, as accepting it would make it: with all the stations it speaks for. */
export function asAccepted(files: readonly WaitingFile[], now: string): KnownStation | null {
  const newest = files.toSorted((a, b) => b.manifest.seq - a.manifest.seq)[0]
  if (newest === undefined) return null
  const { signer, body, manifest } = newest
  const carried = new Set(files.flatMap((file) => Object.keys(file.body.after)))
  carried.delete(body.station)
  return {
    kid: signer.kid,
    jwk: signer.jwk,
    station: body.station,
    name: body.name,
    standing: 'accepted',
    since: now,
    // What is beyond the limit stays asked for.
    also: [...carried].toSorted().slice(0, EXCHANGE_LIMITS.carried),
    lastSeq: manifest.seq,
    lastAt: manifest.createdAt,
    knows: body.knows,
    forked: null,
  }
}
