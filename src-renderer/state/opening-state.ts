import { create } from 'zustand'

export interface OpeningState {
  /** Counts openings: a new one makes the program open the workspace again. */
  readonly opening: number
  /** 首次设置 stays on screen while it is still bringing in the sample county. */
  readonly settingUp: boolean
  /** After another data folder was chosen. */
  reopen(): void
  setSettingUp(settingUp: boolean): void
}

/** Which workspace is open, and whether 首次设置 is still at work in it. */
export const useOpeningState = create<OpeningState>((set) => ({
  opening: 1,
  settingUp: false,
  reopen: () => set((state) => ({ opening: state.opening + 1 })),
  setSettingUp: (settingUp) => set({ settingUp }),
}))
