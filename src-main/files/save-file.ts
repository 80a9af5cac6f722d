import type { AppError } from '#shared/errors/app-error.ts'
import type { FileRef, FileToken } from '#shared/ipc/channel.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { writeFileAtomically } from './atomic-write.ts'
import { displayName } from './file-failures.ts'
import { safeFileName } from './file-name.ts'
import type { FileSystem } from './file-system.ts'
import type { FileTokens } from './file-tokens.ts'
import { readToken } from './read-file.ts'

/** The largest thing we keep is a signed file. */
const COPY_LIMIT_MEGABYTES = 256

export interface SaveDeps {
  readonly fs: FileSystem
  readonly tokens: FileTokens
  /** The chosen path, null when the user cancelled. */
  readonly showSaveDialog: (suggestedName: string) => Promise<string | null>
}

/** Keeps finished bytes under a token until they are saved. */
export function keepBytes(tokens: FileTokens, name: string, bytes: Uint8Array): FileRef {
  const plainName = safeFileName(name)
  return {
    token: tokens.issue({ kind: 'bytes', name: plainName, bytes }),
    name: plainName,
    size: bytes.length,
  }
}

/** Save dialog and atomic write of bytes kept under a token, or of a copy of its file; null when the user cancels. */
export async function saveToken(
  deps: SaveDeps,
  token: FileToken,
  name: string,
): Promise<Result<FileRef | null, AppError>> {
  const target = deps.tokens.resolve(token)
  if (target === null || target.kind === 'folder') return err({ code: 'file.token-unknown' })
  const path = await deps.showSaveDialog(safeFileName(name))
  if (path === null) return ok(null)
  const source = await readToken(deps.fs, deps.tokens, token, COPY_LIMIT_MEGABYTES)
  if (!source.ok) return source
  const { bytes } = source.value
  const written = await writeFileAtomically(deps.fs, path, bytes)
  if (!written.ok) return written
  const saved = deps.tokens.issue({ kind: 'file', path })
  return ok({ token: saved, name: displayName(path), size: bytes.length })
}
