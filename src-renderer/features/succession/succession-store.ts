import { create } from 'zustand'
import type { MadePackage } from './PackageBox.tsx'
import type { SuccessionNames } from './SuccessionForm.tsx'

export interface SuccessionDraft {
  /** Names as typed; what is left alone shows those of 本单位档案. */
  readonly names: Partial<SuccessionNames>
  /** The 移交包 made since the ledger was opened. */
  readonly made: MadePackage | null
}

interface SuccessionState extends SuccessionDraft {
  /** Which opening of a ledger the draft belongs to: another one may be of another unit. */
  readonly opening: number
  change(opening: number, part: Partial<SuccessionDraft>): void
}

const EMPTY: SuccessionDraft = { names: {}, made: null }

/** Outlives the screen: its 待办 and hints lead to other screens and back. */
export const useSuccessionDraft = create<SuccessionState>((set) => ({
  ...EMPTY,
  opening: 0,
  change: (opening, part) =>
    set((state) => ({ ...(state.opening === opening ? {} : EMPTY), opening, ...part })),
}))
