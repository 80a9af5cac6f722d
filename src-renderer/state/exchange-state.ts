import { create } from 'zustand'
import type { AppError } from '#shared/errors/app-error.ts'
import type { ExchangeStatus } from '#shared/ipc/exchange-channels.ts'

export interface ExchangeState {
  /** null until the first round is done. */
  readonly status: ExchangeStatus | null
  /** Why the last round did not end well. */
  readonly failure: AppError | null
  /** 立即同步; set by the loop while the program is open. */
  readonly syncNow: () => Promise<void>
  told(change: Partial<Pick<ExchangeState, 'status' | 'failure' | 'syncNow'>>): void
}

/** 同步 as the last round left it, for the screen, the navigation and the names of PCs. */
export const useExchangeState = create<ExchangeState>((set) => ({
  status: null,
  failure: null,
  syncNow: async () => {},
  told: (change) => set(change),
}))
