import { basename } from 'node:path'
import type { AppError } from '#shared/errors/app-error.ts'
import { errorCodeOf } from './error-code.ts'
import type { FileSystem } from './file-system.ts'

/** The last part of a path, or the drive itself: enough for the clerk, and no path leaves the main process. */
export function displayName(path: string): string {
  return basename(path) || path
}

/** Sentence for a failed read of `path`. */
export function readFailure(error: unknown, path: string): AppError {
  const fileName = displayName(path)
  const code = errorCodeOf(error)
  if (code === 'EISDIR') return { code: 'file.is-a-folder', fileName }
  return code === 'ENOENT' || code === 'ENOTDIR'
    ? { code: 'file.not-found', fileName }
    : { code: 'file.unreadable', fileName, detail: code }
}

/** Why nothing can be made in `folder`: it is not there, or it is a file; null when it is a folder. */
export async function folderProblem(fs: Pick<FileSystem, 'size'>, folder: string): Promise<AppError | null> {
  try {
    await fs.size(folder)
    return { code: 'file.not-a-folder', folder: displayName(folder) }
  } catch (error) {
    const isMissing = ['ENOENT', 'ENOTDIR'].includes(errorCodeOf(error))
    return isMissing ? { code: 'file.folder-missing', folder: displayName(folder) } : null
  }
}

/** Sentence for a failed write of `path`, which lies in `folder`. */
export function writeFailure(error: unknown, path: string, folder: string): AppError {
  const code = errorCodeOf(error)
  switch (code) {
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return { code: 'file.read-only', folder: displayName(folder) }
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return { code: 'file.disk-full', folder: displayName(folder) }
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENODEV':
    case 'ENXIO':
    case 'EIO':
      return { code: 'file.vanished', folder: displayName(folder) }
    case 'EBUSY':
    case 'ETXTBSY':
      return { code: 'file.in-use', fileName: displayName(path) }
    default:
      return { code: 'file.unwritable', fileName: displayName(path), detail: code }
  }
}
