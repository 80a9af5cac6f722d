import { z } from 'zod'
import { Identity } from '../bundle/manifest.ts'
import { Clock, EditId, StationId } from '../edits/edit.ts'

/** What one file may hold; a longer history travels in several files. */
export const EXCHANGE_LIMITS = {
  megabytes: 64,
  edits: 20_000,
  /** A further file is begun after this many bytes of edits; a single longer edit still travels whole. */
  cutBytes: 8 * 1024 * 1024,
  /** Stations whose edits one file carries, and stations a clock names. */
  carried: 200,
  stations: 1000,
} as const

/** A clock from outside: what is read from it costs no more than so many entries. */
function clockOfAtMost(stations: number) {
  return Clock.refine((clock) => Object.keys(clock).length <= stations)
}

/** 本机名称 as other PCs show it: 科室二号机. */
export const StationName = z
  .string()
  .min(1)
  .max(40)
  .regex(/^\S(?:[^\p{Cc}\p{Cf}]*\S)?$/u)

/**
 * An edit as it was written, for ever. Only its place is read here; the journal checks the rest against the dictionary of
 * its `migration` before it takes it up.
 */
export const TravellingEdit = z.strictObject({
  migration: z.int().positive(),
  /** Digest of the edit before personal fields were taken out of it; what the chain goes by. */
  original: Identity.optional(),
  edit: z.looseObject({
    id: EditId,
    seen: clockOfAtMost(EXCHANGE_LIMITS.stations),
    at: z.iso.datetime(),
    by: z.string().min(1).max(60),
    title: z.string().min(1).max(200),
  }),
})
export type TravellingEdit = z.infer<typeof TravellingEdit>

/** The body of a 同步 file. */
export const ExchangeBody = z.strictObject({
  /** 本机名称 of the PC that wrote the file. */
  name: StationName,
  /** Its station: the one whose key signs. */
  station: StationId,
  /** How far the stations carried here were written before, and are with this file. */
  before: clockOfAtMost(EXCHANGE_LIMITS.carried),
  after: clockOfAtMost(EXCHANGE_LIMITS.carried),
  /** Everything the writer's journal held, other PCs' edits included. */
  knows: clockOfAtMost(EXCHANGE_LIMITS.stations),
  /** In the order of the writer's journal. */
  edits: z.array(TravellingEdit).max(EXCHANGE_LIMITS.edits),
})
export type ExchangeBody = z.infer<typeof ExchangeBody>

/**
 * Where edits do not run from `before` to `after` without a gap, as `station:n`; null when they do. A file that says one
 * thing and holds another is refused as a whole.
 */
export function firstGap({ before, after, edits, knows }: ExchangeBody): string | null {
  const at = new Map(Object.entries(before))
  for (const { edit } of edits) {
    const { station, n } = edit.id
    if ((at.get(station) ?? 0) + 1 !== n) return `${station}:${n}`
    at.set(station, n)
  }
  const stations = new Set([...at.keys(), ...Object.keys(after)])
  for (const station of stations) {
    const n = at.get(station) ?? 0
    if (n !== (after[station] ?? 0) || n > (knows[station] ?? 0)) return `${station}:${n}`
  }
  return null
}
