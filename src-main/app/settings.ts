import { isAbsolute, join } from 'node:path'
import { z } from 'zod'
import type { AppError } from '#shared/errors/app-error.ts'
import { ok, type Result } from '#shared/result.ts'
import type { FileSystem } from '../files/file-system.ts'
import { readJsonFile, writeJsonFile } from './json-file.ts'

/** What this PC remembers outside the data folder. */
const StoredSettings = z.strictObject({
  /** Absolute path; null means the default place in the user's profile. */
  dataFolder: z.string().refine(isAbsolute).nullable(),
})

export interface Settings {
  dataFolder(): string
  isDataFolderChosen(): boolean
  /** Remembered on disk before it takes effect. */
  chooseDataFolder(path: string): Promise<Result<void, AppError>>
}

/** Reads userData/settings.json once; the data folder is userData/data until one is chosen. */
export async function loadSettings(fs: FileSystem, userData: string): Promise<Settings> {
  const path = join(userData, 'settings.json')
  const stored = StoredSettings.safeParse(await readJsonFile(fs, path))
  let chosen = stored.success ? stored.data.dataFolder : null
  return {
    dataFolder: () => chosen ?? join(userData, 'data'),
    isDataFolderChosen: () => chosen !== null,
    chooseDataFolder: async (folder) => {
      const written = await writeJsonFile(fs, path, { dataFolder: folder })
      if (!written.ok) return written
      chosen = folder
      return ok(undefined)
    },
  }
}
