import { join } from 'node:path'
import type { ListNames } from '../bundles/bundle-folder.ts'
import type { FileSystem } from '../files/file-system.ts'
import { KEPT_FOLDERS } from './backup-parts.ts'
import type { StagedFolders } from './restore-folder.ts'

export interface ReplacedFolderDeps {
  readonly fs: FileSystem
  readonly listNames: ListNames
}

/** What a journal of ours leaves in its folder: segments, being written or compressed too, and the checkpoint. */
const OF_JOURNAL = /^(journal-\d{6}\.jsonl(\.gz)?(\.new)?|checkpoint\.json(\.new)?)$/

/**
 * Does a folder of replaced data hold nothing but a journal that is safe elsewhere, and files that are in the new folders
 * byte for byte? Sub-folders, hidden files and names that no backup has are only there, and so is what cannot be read.
 */
export async function holdsNothingElse(
  { fs, listNames }: ReplacedFolderDeps,
  folder: string,
  restored: StagedFolders,
): Promise<boolean> {
  try {
    const folders = await listNames(folder)
    if (!folders.every((name) => Object.hasOwn(restored, name))) return false
    if (folders.includes('journal')) {
      const names = await listNames(join(folder, 'journal'))
      if (!names.every((name) => OF_JOURNAL.test(name))) return false
    }
    for (const kept of KEPT_FOLDERS.filter((name) => folders.includes(name))) {
      for (const name of await listNames(join(folder, kept))) {
        const bytes = restored[kept].get(name)
        if (bytes === undefined) return false
        if (Buffer.compare(await fs.read(join(folder, kept, name)), bytes) !== 0) return false
      }
    }
    return true
  } catch {
    return false
  }
}
