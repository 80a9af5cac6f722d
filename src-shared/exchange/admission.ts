import type { Clock, EditId } from '../edits/edit.ts'
import { EXCHANGE_LIMITS, type TravellingEdit } from './exchange-body.ts'
import type { KnownStation } from './known-station.ts'
import type { ExchangeFile } from './read-exchange.ts'

/**
 * What may become of an edit in a file of a known PC. `here`: it is covered already. `own`: it claims to be made here and
 * was not, so this station's number is used by a second PC. `ask`: another station's edit, which this PC may bring once
 * somebody here has agreed.
 */
export type Admission = 'here' | 'free' | 'ask' | 'own'

export function admissionOf(
  id: EditId,
  from: Pick<KnownStation, 'station' | 'also'>,
  ownStation: string,
  clock: Clock,
): Admission {
  if (id.n <= (clock[id.station] ?? 0)) return 'here'
  if (id.station === ownStation) return 'own'
  return id.station === from.station || from.also.includes(id.station) ? 'free' : 'ask'
}

/** This PC and what its journal holds. */
export interface Here {
  readonly station: string
  readonly clock: Clock
}

/** The edits of some files that may be written, after the newest known one of each station, which proves the chain. */
export function* admitted(
  files: readonly ExchangeFile[],
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
  { body }: ExchangeFile,
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
export function asAccepted(files: readonly ExchangeFile[], now: string): KnownStation | null {
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
    former: false,
    forked: null,
  }
}
