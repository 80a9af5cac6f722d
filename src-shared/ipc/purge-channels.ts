import { z } from 'zod'
import { PurgeTarget } from '../purge/purge-target.ts'

/** What became of the journal. */
export const PurgedJournal = z.strictObject({
  /** Edits that lost values, and the values. */
  edits: z.int().nonnegative(),
  values: z.int().nonnegative(),
  /** Old files of the journal that could not be removed yet; the next opening removes them. */
  leftFiles: z.int().nonnegative(),
})
export type PurgedJournal = z.infer<typeof PurgedJournal>

/** Where besides journal and backups the values of a purge may still be; numbers, no paths. */
export const PurgePlacesReply = z.strictObject({
  /** Exchange files brought by hand that were not taken up yet. */
  received: z.int().nonnegative(),
  /** Folders `恢复前-…`: whole journals from before a restore. */
  keptFolders: z.int().nonnegative(),
  /** Half-written files and what was cut off a torn journal; a purge removes them. */
  scraps: z.int().nonnegative(),
  /** The shared folder of 同步: own files in it are written anew at the next round. */
  share: z.enum(['none', 'there', 'away']),
  /** Folders in it of stations this PC or this data folder had before: nobody writes to them any more. */
  sharesBefore: z.int().nonnegative(),
})
export type PurgePlacesReply = z.infer<typeof PurgePlacesReply>

export const purgeChannels = {
  /**
   * Writes the journal anew without the values of some registers of a firm, as another journal; the window then opens
   * it again. Until this answers the old journal stands whole.
   */
  'purge:run': {
    request: PurgeTarget,
    reply: PurgedJournal.extend({
      /** Did the window's working copy stay on the disk? The window makes it anew; its old bytes go when the program starts. */
      isCopyLeft: z.boolean(),
      /** Scraps that could not be removed. */
      leftScraps: z.int().nonnegative(),
    }),
  },
  'purge:places': { request: z.null(), reply: PurgePlacesReply },
} as const
