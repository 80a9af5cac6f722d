import type { CurrentJournal } from '../journal/current-journal.ts'

/** Lets go of the data folder in use before another one is chosen; what it returns takes it up again. */
export type LeaveFolder = () => Promise<() => Promise<void>>

/**
 * Closes the journal, then waits for the backup that is being made: of a journal that is closed none is begun, so none
 * of the old folder's comes to lie in the new one. `backedUp` returns once no backup is under way.
 */
export function leaveFolder(journals: CurrentJournal, backedUp: () => Promise<void>): LeaveFolder {
  return async () => {
    const wasOpen = journals.current() !== null
    await journals.close()
    await backedUp()
    return async () => {
      if (wasOpen) await journals.open()
    }
  }
}
