import type { Verdict } from '#shared/bundle/verdict.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { FileRef } from '#shared/ipc/channel.ts'
import type { Desktop } from '#shared/ipc/contract.ts'
import { ok, type Result } from '#shared/result.ts'
import { fileBytes } from '../platform/file-bytes.ts'

/** What to verify, and against what. Without a trust list the keys of this PC are the list. */
export interface VerifyRequest {
  readonly file: FileRef
  readonly trust: FileRef | null
  readonly previous: FileRef | null
}

/** The verdict on one file; nothing is written or taken in. */
export function verifyFile(
  desktop: Pick<Desktop, 'call'>,
  { file, trust, previous }: VerifyRequest,
): Promise<Result<Verdict, AppError>> {
  return desktop.call('bundle:verify', {
    token: file.token,
    ...(trust === null ? {} : { trustToken: trust.token }),
    ...(previous === null ? {} : { previousToken: previous.token }),
  })
}

/** Hands a dropped file to the main process; `file.not-found` when it can no longer be read. */
export async function receiveFile(
  desktop: Pick<Desktop, 'call'>,
  file: Pick<File, 'name' | 'arrayBuffer'>,
): Promise<Result<FileRef, AppError>> {
  const bytes = await fileBytes(file)
  if (!bytes.ok) return bytes
  return desktop.call('files:receive', { name: file.name, bytes: bytes.value })
}

/** A file of the 发件箱 by its identity; null when it is not there. */
export async function outboxFile(
  desktop: Pick<Desktop, 'call'>,
  identity: string,
): Promise<Result<FileRef | null, AppError>> {
  const outbox = await desktop.call('bundle:outbox', null)
  if (!outbox.ok) return outbox
  const found = outbox.value.find((entry) => entry.identity === identity)
  return ok(found === undefined ? null : { token: found.token, name: found.name, size: found.bytes })
}
