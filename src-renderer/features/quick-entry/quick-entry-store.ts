import { create } from 'zustand'
import { EMPTY_NOTE, type NoteDraft } from './note-draft.ts'

export interface QuickEntryState {
  readonly opened: boolean
  readonly draft: NoteDraft
  setOpened(opened: boolean): void
  change(part: Partial<NoteDraft>): void
}

/** Outlives the box: closed by accident, it opens again with what was typed. */
export const useQuickEntry = create<QuickEntryState>((set) => ({
  opened: false,
  draft: EMPTY_NOTE,
  setOpened: (opened) => set({ opened }),
  change: (part) => set((state) => ({ draft: { ...state.draft, ...part } })),
}))
