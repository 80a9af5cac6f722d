import { z } from 'zod'
import { Instant } from '../bundle/manifest.ts'
import { KeyId, PublicJwk } from '../bundle/public-key.ts'
import { Clock, EditId, StationId } from '../edits/edit.ts'
import { EXCHANGE_LIMITS, StationName } from './exchange-body.ts'

/** Another PC of the unit as this one knows it, by its key. */
export const KnownStation = z.strictObject({
  kid: KeyId,
  jwk: PublicJwk,
  station: StationId,
  name: StationName,
  /** Accepted: its files come by themselves. Refused: they are passed over. */
  standing: z.enum(['accepted', 'refused']),
  /** When that was decided here. */
  since: Instant,
  /** Stations whose edits it may also bring: those it went on from, or gathered. */
  also: z.array(StationId).max(EXCHANGE_LIMITS.carried),
  /** Number and time of its newest file seen, and what its journal held then. */
  lastSeq: z.int().nonnegative(),
  lastAt: Instant.nullable(),
  knows: Clock,
  /** A number this PC had before, as after a restored backup or 给本机换编号. */
  former: z.boolean().default(false),
  /** The first edit that stands here as another one: its station was used on two PCs. */
  forked: EditId.nullable(),
})
export type KnownStation = z.infer<typeof KnownStation>

/** What a former number of this PC is called, whatever it called itself. */
export const FORMER_NAME = '本机以前的编号'

/** Stations with an accepted key of their own. */
export function spokenFor(known: readonly Pick<KnownStation, 'station' | 'standing'>[]): ReadonlySet<string> {
  return new Set(known.filter((one) => one.standing === 'accepted').map(({ station }) => station))
}

/** Nobody speaks for a station that has an accepted key of its own: that would be the right to write in its name. */
export function withoutOthers(known: readonly KnownStation[]): readonly KnownStation[] {
  const taken = spokenFor(known)
  return known.map((one) =>
    one.also.some((station) => taken.has(station))
      ? { ...one, also: one.also.filter((station) => !taken.has(station)) }
      : one,
  )
}

/**
 * Stations whose edits this PC gives on besides its own: those in its journal that no accepted PC speaks for, as after a
 * restored backup, a copied folder or a lost list of PCs. Taken up twice they have no effect.
 */
export function predecessorsOf(
  clock: Clock,
  ownStation: string,
  known: readonly Pick<KnownStation, 'station' | 'standing' | 'former'>[],
): readonly string[] {
  const taken = spokenFor(known.filter(({ former }) => !former))
  return Object.keys(clock)
    .filter((station) => station !== ownStation && !taken.has(station))
    .toSorted()
}
