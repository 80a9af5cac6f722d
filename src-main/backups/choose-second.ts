import { join } from 'node:path'
import type { AppError } from '#shared/errors/app-error.ts'
import type { FileToken } from '#shared/ipc/channel.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { writeFileAtomically } from '../files/atomic-write.ts'
import { isInside } from '../files/is-inside.ts'
import type { BackupHandlerDeps } from './backup-handlers.ts'

/** Proof that the place takes a durable write; removed again at once. */
const PROBE = '.pbz-write-test'

/** Makes a picked folder the second place, after proving that it can be written; null postpones the question. */
export async function chooseSecond(
  { fs, tokens, memories, dataFolder, now }: BackupHandlerDeps,
  token: FileToken | null,
): Promise<Result<null, AppError>> {
  if (token === null) {
    const postponed = await memories.change({ postponed: now() })
    return postponed.ok ? ok(null) : postponed
  }
  const target = tokens.resolve(token)
  if (target?.kind !== 'folder') return err({ code: 'file.token-unknown' })
  if (isInside(target.path, dataFolder())) return err({ code: 'backup.inside-data' })
  const probe = join(target.path, PROBE)
  const proven = await writeFileAtomically(fs, probe, Buffer.from('pbz'))
  if (!proven.ok) return proven
  await fs.remove(probe)
  const chosen = await memories.takeSecond({ path: target.path, since: now() })
  return chosen.ok ? ok(null) : chosen
}
