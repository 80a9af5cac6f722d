import { z } from 'zod'
import { Clock } from '../edits/edit.ts'

/** One of the own files that stand in the shared folder. */
export const SharedFile = z.strictObject({
  name: z.string().min(1).max(120),
  before: Clock,
  after: Clock,
  bytes: z.int().nonnegative(),
})
export type SharedFile = z.infer<typeof SharedFile>

/** Files shorter than this are put together once there are many of them. */
const SMALL_BYTES = 1024 * 1024
const MOST_SMALL_FILES = 40

/** What the next writing to the shared folder has to do. */
export interface SharingPlan {
  /** Edits after this are written; empty: everything anew. */
  readonly after: Clock
  /** Own files that the new ones stand for, removed once those are written. */
  readonly replaced: readonly SharedFile[]
  readonly kept: readonly SharedFile[]
}

/**
 * Goes on behind the last file. When one of them is gone or cut short (`standing` holds names and lengths) everything is
 * written anew, since a PC that never read it would wait for ever; many small ones become one, so that a folder of years stays short.
 */
export function planSharing(
  files: readonly SharedFile[],
  standing: ReadonlyMap<string, number>,
): SharingPlan {
  if (files.some(({ name, bytes }) => standing.get(name) !== bytes))
    return { after: {}, replaced: files, kept: [] }
  const large = files.findLastIndex(({ bytes }) => bytes >= SMALL_BYTES)
  const small = files.slice(large + 1)
  const [first] = small
  if (first === undefined || small.length <= MOST_SMALL_FILES)
    return { after: files.at(-1)?.after ?? {}, replaced: [], kept: files }
  return { after: first.before, replaced: small, kept: files.slice(0, large + 1) }
}
