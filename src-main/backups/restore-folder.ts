import { join } from 'node:path'
import { chinaMinute } from '#shared/china-day.ts'
import { type AppError, messageOf } from '#shared/errors/app-error.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { writeFailure } from '../files/file-failures.ts'
import type { FileSystem } from '../files/file-system.ts'

/** What is exchanged in the data folder, in this order; backups and everything else stay. */
export const EXCHANGED = ['journal', 'outbox', 'keys'] as const
export type Exchanged = (typeof EXCHANGED)[number]

export type StagedFolders = { readonly [F in Exchanged]: ReadonlyMap<string, Uint8Array> }

/** Being filled; counts for nothing. */
const STAGING = 'restore-staging'
/** Complete: from the moment this name stands, the new contents are the data folder's. */
const READY = 'restore-ready'
/** Where the old folders go while they are exchanged. */
const REPLACED = 'restore-replaced'

/** Writes the new contents beside the old ones and reads them back; they count for nothing yet. */
export async function stageFolders(
  fs: FileSystem,
  dataFolder: string,
  folders: StagedFolders,
): Promise<Result<void, AppError>> {
  const staging = join(dataFolder, STAGING)
  try {
    await fs.remove(staging)
    await fs.makeFolder(staging)
    for (const folder of EXCHANGED) {
      await fs.makeFolder(join(staging, folder))
      for (const [name, bytes] of folders[folder]) {
        const path = join(staging, folder, name)
        await fill(fs, path, bytes)
        if (Buffer.compare(await fs.read(path), bytes) !== 0)
          return err({ code: 'file.read-back-differs', fileName: name })
      }
      await fs.syncFolder(join(staging, folder))
    }
    await fs.syncFolder(staging)
    return ok(undefined)
  } catch (error) {
    return err(writeFailure(error, staging, dataFolder))
  }
}

/**
 * Exchanges journal, 发件箱 and keys for what was staged. One rename decides; what follows is only renames, which
 * `finishRestore` goes on with after a crash. So at every moment the folder is the old one or the new one, whole.
 * Returns the name of the folder that holds the old contents; `backup.restore-unfinished` when it was decided and the next
 * opening has to go on.
 */
export async function exchangeFolders(
  fs: FileSystem,
  dataFolder: string,
  keptName: string,
): Promise<Result<string | null, AppError>> {
  try {
    await fs.rename(join(dataFolder, STAGING), join(dataFolder, READY))
  } catch (error) {
    return err(writeFailure(error, dataFolder, dataFolder))
  }
  const finished = await finishRestore(fs, dataFolder, keptName)
  return finished.ok
    ? finished
    : err({ code: 'backup.restore-unfinished', why: messageOf(finished.error).title })
}

/**
 * Goes on with an exchange that was decided and not finished, or clears away one that never was. Called before a journal
 * is opened. Returns the folder that holds the old contents, null when nothing had to be done.
 */
export async function finishRestore(
  fs: FileSystem,
  dataFolder: string,
  keptName: string,
): Promise<Result<string | null, AppError>> {
  const [ready, replaced] = [join(dataFolder, READY), join(dataFolder, REPLACED)]
  try {
    if (await fs.exists(ready)) {
      await fs.syncFolder(dataFolder)
      if (!(await fs.exists(replaced))) await fs.makeFolder(replaced)
      for (const folder of EXCHANGED) await exchange(fs, dataFolder, folder)
      await fs.syncFolder(ready)
      await fs.remove(ready)
      await fs.syncFolder(dataFolder)
    }
    if (await fs.exists(join(dataFolder, STAGING))) await fs.remove(join(dataFolder, STAGING))
    if (!(await fs.exists(replaced))) return ok(null)
    const name = await freeName(fs, dataFolder, keptName)
    await fs.rename(replaced, join(dataFolder, name))
    await fs.syncFolder(dataFolder)
    return ok(name)
  } catch (error) {
    return err(writeFailure(error, ready, dataFolder))
  }
}

async function exchange(fs: FileSystem, dataFolder: string, folder: Exchanged): Promise<void> {
  const [now, next] = [join(dataFolder, folder), join(dataFolder, READY, folder)]
  if (!(await fs.exists(next))) return
  if (await fs.exists(now)) {
    const name = await freeName(fs, join(dataFolder, REPLACED), folder)
    await fs.rename(now, join(dataFolder, REPLACED, name))
    // The old one must be known to have gone there before the new one takes its name.
    await fs.syncFolder(join(dataFolder, REPLACED))
    await fs.syncFolder(dataFolder)
  }
  await fs.rename(next, now)
  await fs.syncFolder(dataFolder)
}

async function freeName(fs: FileSystem, folder: string, wanted: string): Promise<string> {
  for (let copy = 1; ; copy++) {
    const name = copy === 1 ? wanted : `${wanted}-${copy}`
    if (!(await fs.exists(join(folder, name)))) return name
  }
}

async function fill(fs: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const file = await fs.createNew(path)
  try {
    await file.write(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** `恢复前-2021-10-08-090000`, in China time: where what was there before a restore is kept. `now` is ISO 8601 UTC. */
export function keptFolderName(now: string): string {
  const minute = chinaMinute(now).replace(':', '').replace(' ', '-')
  // Seconds are the same everywhere.
  return `恢复前-${minute}${now.slice(17, 19)}`
}
