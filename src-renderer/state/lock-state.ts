import { create } from 'zustand'
import type { LockMinutes } from '#shared/ipc/lock-channels.ts'

export interface LockState {
  /** Idle minutes; null while this PC has no 屏幕锁. */
  readonly minutes: LockMinutes | null
  readonly locked: boolean
  setMinutes(minutes: LockMinutes | null): void
  /** Nothing happens where there is no lock. */
  lock(): void
  unlock(): void
}

/** Whether the screen is covered. What is behind stays as it is, typed text included. */
export const useLockState = create<LockState>((set) => ({
  minutes: null,
  locked: false,
  setMinutes: (minutes) => set((state) => ({ minutes, locked: state.locked && minutes !== null })),
  lock: () => set((state) => ({ locked: state.minutes !== null })),
  unlock: () => set({ locked: false }),
}))
