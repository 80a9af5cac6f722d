import { create } from 'zustand'
import type { JoinedPair } from '../use-cases/review-merge.ts'

export interface MergePlaceState {
  readonly pair: JoinedPair | null
  open(pair: JoinedPair): void
  close(): void
}

/** 合并 opens from every screen and lies over it. */
export const useMergePlace = create<MergePlaceState>((set) => ({
  pair: null,
  open: (pair) => set({ pair }),
  close: () => set({ pair: null }),
}))
