import type { AppError } from '#shared/errors/app-error.ts'
import { codeOf } from '../files/error-code.ts'
import { displayName } from '../files/file-failures.ts'
import { SegmentChanged } from './journal-writer.ts'
import { SegmentDamaged } from './segment-chain.ts'

/** A failure of the file system while writing, as the user must understand it; the folder by name, no path. */
export function writeError(error: unknown, path: string): AppError {
  const folder = displayName(path)
  if (error instanceof SegmentChanged) return { code: 'journal.stale' }
  const code = codeOf(error)
  if (code === '') throw error
  if (code === 'ENOSPC' || code === 'EDQUOT') return { code: 'journal.disk-full', folder }
  if (code === 'ENOENT') return { code: 'journal.gone', folder }
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return { code: 'journal.read-only', folder }
  return { code: 'journal.write-failed', folder, detail: code }
}

/** A failure of the file system while opening or reading. */
export function readError(error: unknown, path: string): AppError {
  if (error instanceof SegmentDamaged) return error.error
  const code = codeOf(error)
  if (code === '') throw error
  return { code: 'journal.unreadable', folder: displayName(path), detail: code }
}
