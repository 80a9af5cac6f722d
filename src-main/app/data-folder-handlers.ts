import { join } from 'node:path'
import { diskRoom, freeMegabytes } from '#shared/disk/disk-room.ts'
import type { Handlers } from '#shared/ipc/contract.ts'
import { err, ok } from '#shared/result.ts'
import { writeFileAtomically } from '../files/atomic-write.ts'
import type { FreeBytes } from '../files/disk-space.ts'
import { displayName } from '../files/file-failures.ts'
import { folderRef } from '../files/file-handlers.ts'
import type { FileSystem } from '../files/file-system.ts'
import type { FileTokens } from '../files/file-tokens.ts'
import type { LeaveFolder } from './leave-folder.ts'
import type { Settings } from './settings.ts'

export interface DataFolderDeps {
  readonly fs: FileSystem
  readonly tokens: FileTokens
  readonly settings: Settings
  readonly freeBytes: FreeBytes
  readonly leaveFolder: LeaveFolder
}

/** Proof that a folder takes a durable write; removed again at once. */
const PROBE = '.pbz-write-test'

export function dataFolderHandlers(
  deps: DataFolderDeps,
): Pick<Handlers, 'data-folder:current' | 'data-folder:room' | 'data-folder:choose'> {
  const { fs, tokens, settings } = deps
  return {
    'data-folder:current': async () =>
      ok({ folder: folderRef(tokens, settings.dataFolder()), chosen: settings.isDataFolderChosen() }),
    'data-folder:room': async () => {
      const free = await deps.freeBytes(settings.dataFolder())
      const megabytes = free === null ? null : freeMegabytes(free)
      return ok({ folder: displayName(settings.dataFolder()), room: diskRoom(free), megabytes })
    },
    'data-folder:choose': async ({ token }) => {
      const target = tokens.resolve(token)
      if (target?.kind !== 'folder') return err({ code: 'file.token-unknown' })
      const probe = join(target.path, PROBE)
      const proven = await writeFileAtomically(fs, probe, Buffer.from('pbz'))
      if (!proven.ok) return proven
      await fs.remove(probe)
      const comeBack = await deps.leaveFolder()
      const chosen = await settings.chooseDataFolder(target.path)
      if (chosen.ok) return ok(null)
      await comeBack()
      return chosen
    },
  }
}
