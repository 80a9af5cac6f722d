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
    }),
  },
} as const
