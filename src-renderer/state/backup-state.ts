import { useEffect } from 'react'
import { create } from 'zustand'
import type { BackupStatus } from '#shared/ipc/backup-channels.ts'
import type { Desktop } from '#shared/ipc/contract.ts'

export interface BackupState {
  /** null until the main process has answered. */
  readonly status: BackupStatus | null
  /** 从备份恢复 covers the window. */
  readonly restoring: boolean
  /** 首次设置 is done, and the second place is being proposed. */
  readonly proposing: boolean
  /** A restore has just been made: the last sent file is asked for. */
  readonly justRestored: boolean
  /** The workspace is being opened after a restore: that this PC has a new station was said already. */
  readonly openingRestored: boolean
  setStatus(status: BackupStatus): void
  setRestoring(restoring: boolean): void
  setProposing(proposing: boolean): void
  setJustRestored(justRestored: boolean): void
  setOpeningRestored(openingRestored: boolean): void
}

/** How the office's data is guarded, as every screen may show it. */
export const useBackupState = create<BackupState>((set) => ({
  status: null,
  restoring: false,
  proposing: false,
  justRestored: false,
  openingRestored: false,
  setStatus: (status) => set({ status }),
  setRestoring: (restoring) => set({ restoring }),
  setProposing: (proposing) => set({ proposing }),
  setJustRestored: (justRestored) => set({ justRestored }),
  setOpeningRestored: (openingRestored) => set({ openingRestored }),
}))

/** Whose passphrases open the backups of this office, or why nobody's; null: not known yet. */
export type Protection = BackupStatus['protection'] | null

/** Asks the main process; a failure leaves what was known. */
export async function refreshBackupStatus(desktop: Pick<Desktop, 'call'>): Promise<void> {
  const status = await desktop.call('backup:status', null)
  if (status.ok) useBackupState.getState().setStatus(status.value)
}

/** Often enough that a red line comes on the day it is due. */
const ASK_AGAIN_MS = 60_000

/** Keeps the status fresh while the window is open. */
export function useBackupWatch(desktop: Desktop): void {
  useEffect(() => {
    const ask = () => void refreshBackupStatus(desktop)
    ask()
    const timer = setInterval(ask, ASK_AGAIN_MS)
    const stop = desktop.on('backup:changed', ask)
    return () => {
      clearInterval(timer)
      stop()
    }
  }, [desktop])
}
