import { create } from 'zustand'
import type { ProfileField, TypedProfile } from './setup-draft.ts'

export interface SetupDraft {
  readonly step: 'unit' | 'profile'
  readonly unitCode: string | null
  readonly typed: TypedProfile
  goTo(step: SetupDraft['step']): void
  chooseUnit(code: string): void
  type(field: ProfileField, text: string): void
}

/** Outlives the screen: stepping back and choosing another data folder lose nothing. */
export const useSetupDraft = create<SetupDraft>((set) => ({
  step: 'unit',
  unitCode: null,
  typed: {},
  goTo: (step) => set({ step }),
  chooseUnit: (unitCode) => set({ unitCode }),
  type: (field, text) => set((state) => ({ typed: { ...state.typed, [field]: text } })),
}))
