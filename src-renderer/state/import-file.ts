import { create } from 'zustand'
import type { FileRef } from '#shared/ipc/channel.ts'
import type { Subject } from '#shared/tabular/cleaned.ts'

export interface ImportFile {
  /** A file dropped or chosen on another screen, waiting for the import screen to take it. */
  readonly offered: { readonly subject: Subject; readonly file: FileRef } | null
  /** Call before `goTo('import', { tab: subject })`. */
  offer(subject: Subject, file: FileRef): void
  /** The waiting file, once; null when there is none. */
  take(): { readonly subject: Subject; readonly file: FileRef } | null
}

/** Carries a file from the screen it was dropped on to the import screen. */
export const useImportFile = create<ImportFile>((set, get) => ({
  offered: null,
  offer: (subject, file) => set({ offered: { subject, file } }),
  take: () => {
    const { offered } = get()
    set({ offered: null })
    return offered
  },
}))
