import type { AppError } from '#shared/errors/app-error.ts'
import type { FileRef } from '#shared/ipc/channel.ts'
import type { Handlers, Request } from '#shared/ipc/contract.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { displayName, readFailure } from './file-failures.ts'
import { safeFileName } from './file-name.ts'
import type { FileSystem } from './file-system.ts'
import type { FileTokens } from './file-tokens.ts'
import { sizeProblem } from './read-file.ts'

/** Largest file that may be dropped into the window. */
export const DROP_LIMIT_MEGABYTES = 64

export interface OpenDialog {
  readonly title: string
  readonly kind: 'file' | 'folder'
  readonly multiple: boolean
  readonly filters: readonly { readonly name: string; readonly extensions: readonly string[] }[]
}

export interface FileHandlerDeps {
  readonly fs: FileSystem
  readonly tokens: FileTokens
  /** Chosen paths, null when the user cancelled. */
  readonly showOpenDialog: (dialog: OpenDialog) => Promise<readonly string[] | null>
  readonly revealInFolder: (path: string) => void
}

const ALL_FILES = { name: '所有文件', extensions: ['*'] }

const PICKS = {
  workbook: { title: '选择工作簿', name: '工作簿', extensions: ['xlsx', 'xls', 'et', 'csv'] },
  bundle: { title: '选择报送文件', name: '报送文件', extensions: ['json'] },
  trust: { title: '选择信任名单', name: '信任名单', extensions: ['json'] },
  backup: { title: '选择备份', name: '备份', extensions: ['pbz-backup'] },
  exchange: { title: '选择同步文件', name: '同步文件', extensions: ['json'] },
  key: { title: '选择密钥文件', name: '密钥文件', extensions: ['json', 'key', 'jwe'] },
}

const FOLDER_TITLES = {
  data: '选择数据文件夹',
  handover: '选择存放报送材料的位置',
  export: '选择导出位置',
  backup: '选择第二处备份位置',
  exchange: '选择共享文件夹',
}

type FileChannel = 'files:pick' | 'files:pick-folder' | 'files:receive' | 'files:reveal'

/** Dialogs and dropped files: paths go in, tokens come out. */
export function fileHandlers(deps: FileHandlerDeps): Pick<Handlers, FileChannel> {
  return {
    'files:pick': (request) => pickFiles(deps, request),
    'files:pick-folder': async ({ purpose }) => {
      const title = FOLDER_TITLES[purpose]
      const paths = await deps.showOpenDialog({ title, kind: 'folder', multiple: false, filters: [] })
      const path = paths?.[0]
      return ok(path === undefined ? null : folderRef(deps.tokens, path))
    },
    'files:receive': async ({ name, bytes }) => {
      const plainName = safeFileName(name)
      const tooLarge = sizeProblem(plainName, bytes.length, DROP_LIMIT_MEGABYTES)
      if (tooLarge !== null) return err(tooLarge)
      const token = deps.tokens.issue({ kind: 'bytes', name: plainName, bytes })
      return ok({ token, name: plainName, size: bytes.length })
    },
    'files:reveal': async ({ token }) => {
      const target = deps.tokens.resolve(token)
      if (target === null || target.kind === 'bytes') return err({ code: 'file.token-unknown' })
      deps.revealInFolder(target.path)
      return ok(null)
    },
  }
}

export function folderRef(tokens: FileTokens, path: string): FileRef {
  return { token: tokens.issue({ kind: 'folder', path }), name: displayName(path), size: 0 }
}

async function pickFiles(
  deps: FileHandlerDeps,
  { purpose, multiple }: Request<'files:pick'>,
): Promise<Result<FileRef[] | null, AppError>> {
  const { title, name, extensions } = PICKS[purpose]
  const filters = [{ name, extensions }, ALL_FILES]
  const paths = await deps.showOpenDialog({ title, kind: 'file', multiple, filters })
  if (paths === null) return ok(null)
  const refs: FileRef[] = []
  for (const path of paths) {
    try {
      const size = await deps.fs.size(path)
      refs.push({ token: deps.tokens.issue({ kind: 'file', path }), name: displayName(path), size })
    } catch (error) {
      return err(readFailure(error, path))
    }
  }
  return ok(refs)
}
