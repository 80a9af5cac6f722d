import { join } from 'node:path'
import type { Handlers } from '#shared/ipc/contract.ts'
import { err, ok } from '#shared/result.ts'
import { writeFileAtomically } from '../files/atomic-write.ts'
import { folderRef } from '../files/file-handlers.ts'
import type { FileSystem } from '../files/file-system.ts'
import type { FileTokens } from '../files/file-tokens.ts'
import type { Settings } from './settings.ts'

export interface DataFolderDeps {
  readonly fs: FileSystem
  readonly tokens: FileTokens
  readonly settings: Settings
}

/** Proof that a folder takes a durable write; removed again at once. */
const PROBE = '.pbz-write-test'

export function dataFolderHandlers(
  deps: DataFolderDeps,
): Pick<Handlers, 'data-folder:current' | 'data-folder:choose'> {
  const { fs, tokens, settings } = deps
  return {
    'data-folder:current': async () =>
      ok({ folder: folderRef(tokens, settings.dataFolder()), chosen: settings.isDataFolderChosen() }),
    'data-folder:choose': async ({ token }) => {
      const target = tokens.resolve(token)
      if (target?.kind !== 'folder') return err({ code: 'file.token-unknown' })
      const probe = join(target.path, PROBE)
      const proven = await writeFileAtomically(fs, probe, Buffer.from('pbz'))
      if (!proven.ok) return proven
      await fs.remove(probe)
      const chosen = await settings.chooseDataFolder(target.path)
      return chosen.ok ? ok(null) : chosen
    },
  }
}
