import { join } from 'node:path'
import { fileCode } from '#shared/bundle/file-code.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { FileToken } from '#shared/ipc/channel.ts'
import type { Reply } from '#shared/ipc/contract.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { FileTokens } from '../files/file-tokens.ts'
import type { BackupKeyStore } from './backup-key-store.ts'
import type { BackupRunner } from './backup-runner.ts'
import { sha256 } from './build-backup.ts'

export interface PackageDeps {
  readonly tokens: FileTokens
  readonly runner: BackupRunner
  readonly keys: BackupKeyStore
}

type Packed = Extract<Reply<'backup:package'>, { ok: true }>['value']

/** 移交包 into the folder of a token; its 30-digit code stands on the 移交清单 and binds the paper to it. */
export async function packageInto(deps: PackageDeps, token: FileToken): Promise<Result<Packed, AppError>> {
  const target = deps.tokens.resolve(token)
  if (target?.kind !== 'folder') return err({ code: 'file.token-unknown' })
  const protection = await deps.keys.load()
  if (!protection.ok) return protection
  const packed = await deps.runner.packInto(target.path, 'succession')
  if (!packed.ok) return packed
  const { good, bytes } = packed.value
  return ok({
    token: deps.tokens.issue({ kind: 'file', path: join(target.path, good.name) }),
    name: good.name,
    bytes: bytes.length,
    code: fileCode(sha256(bytes)),
    protection: (protection.value?.wraps ?? []).map(({ who }) => who),
  })
}
