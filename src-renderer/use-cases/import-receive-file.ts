import type { AppError } from '#shared/errors/app-error.ts'
import type { FileRef } from '#shared/ipc/channel.ts'
import type { Desktop } from '#shared/ipc/contract.ts'
import type { Result } from '#shared/result.ts'
import { fileBytes } from '../platform/file-bytes.ts'

const LONGEST_NAME = 255

/** A dropped file, handed to the main process, which keeps it under a token. */
export async function receiveWorkbook(desktop: Desktop, file: File): Promise<Result<FileRef, AppError>> {
  const bytes = await fileBytes(file)
  if (!bytes.ok) return bytes
  return desktop.call('files:receive', { name: file.name.slice(-LONGEST_NAME), bytes: bytes.value })
}
