import type { ComponentType } from 'react'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Desktop } from '#shared/ipc/contract.ts'
import type { Result } from '#shared/result.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { ScreenEntry } from './screens.tsx'

export interface OpeningProgress {
  readonly label: string
  readonly done: number
  /** null while the size is unknown. */
  readonly total: number | null
}

/** What the composition root hands to the frame. */
export interface AppDependencies {
  readonly desktop: Desktop
  readonly openWorkspace: (
    onProgress: (progress: OpeningProgress) => void,
  ) => Promise<Result<Workspace, AppError>>
  readonly screens: readonly ScreenEntry[]
  /** Years of the programme, for the year switch. */
  readonly years: readonly number[]
  /** 首次设置, shown while there is no unit profile. */
  readonly Setup: ComponentType | null
  /** 记一笔 in the title bar. */
  readonly QuickEntry: ComponentType | null
  /** 历史 of a record or a cell, opened from any screen. */
  readonly History: ComponentType | null
  /** 合并 of two records, opened from any screen. */
  readonly Merge: ComponentType | null
  /** 同步 while the program is open; shows nothing but what it has to tell. */
  readonly Exchange: ComponentType | null
  /** 从备份恢复: instead of everything else, also when the journal cannot be opened. */
  readonly Restore: ComponentType | null
  /** The second place and the passphrase, proposed once after 首次设置. */
  readonly FirstBackup: ComponentType | null
}
