import { join } from 'node:path'
import { parseBackupName } from '#shared/backup/backup-name.ts'
import { recoveryGroups } from '#shared/backup/recovery-digits.ts'
import { BUNDLE_LIMITS } from '#shared/bundle/bundle-file.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { BackupEntry, BackupPlace, backupChannels } from '#shared/ipc/backup-channels.ts'
import type { Handlers, Request } from '#shared/ipc/contract.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { bundleFolder, type ListNames } from '../bundles/bundle-folder.ts'
import { Outbox } from '../bundles/outbox.ts'
import type { DiskOf } from '../files/disk-of.ts'
import type { FileSystem } from '../files/file-system.ts'
import type { FileTokens } from '../files/file-tokens.ts'
import { type ReadFile, readFileWithin, readToken } from '../files/read-file.ts'
import type { BackupKeyStore } from './backup-key-store.ts'
import type { BackupMemories } from './backup-memory.ts'
import type { BackupRunner } from './backup-runner.ts'
import { backupStatus } from './backup-status.ts'
import { chooseSecond } from './choose-second.ts'
import { takeLastSent } from './last-sent.ts'
import { BACKUP_MEGABYTES } from './open-backup.ts'
import { packageInto } from './package-into.ts'
import type { Restore } from './restore.ts'

export interface BackupHandlerDeps {
  readonly fs: FileSystem
  readonly listNames: ListNames
  readonly tokens: FileTokens
  readonly dataFolder: () => string
  readonly diskOf: DiskOf
  readonly now: () => string
  readonly hasData: () => boolean
  readonly memories: BackupMemories
  readonly keys: BackupKeyStore
  readonly runner: BackupRunner
  readonly restore: Restore
}

/** 备份 and 恢复. */
export function backupHandlers(deps: BackupHandlerDeps): Pick<Handlers, keyof typeof backupChannels> {
  const { fs, tokens, keys, runner, memories, dataFolder } = deps
  return {
    'backup:status': async () => ok(await backupStatus(deps)),
    'backup:list': async () => ok(await listed(deps)),
    'backup:now': async ({ reason }) => {
      const outcome = await runner.backUp(reason)
      if (!outcome.ok) return outcome
      const { data, second } = outcome.value
      if (data === undefined) return err({ code: 'backup.nothing-to-save' })
      if (!data.ok) return data
      const places: BackupPlace[] = second?.ok ? ['data', 'second'] : ['data']
      return second === undefined || second.ok ? ok({ places, name: data.value.name }) : second
    },
    'backup:package': ({ token }) => packageInto(deps, token),
    'backup:choose-second': ({ token }) => chooseSecond(deps, token),
    'backup:protect': async (request) => {
      const before = await keys.load()
      const done = await keys.protect(request)
      if (!done.ok) return done
      // The newest backup shall be one that needs the passphrase; how it went stands in the status.
      if (!before.ok || before.value === null) await runner.backUp('manual')
      return ok(null)
    },
    'backup:sheet': async ({ secret }) => {
      const proved = await keys.prove(secret)
      if (!proved.ok) return proved
      const key = await keys.load()
      if (!key.ok) return key
      return key.value === null
        ? err({ code: 'backup.not-protected' })
        : ok({ groups: [...recoveryGroups(key.value.key)] })
    },
    'backup:prove': async ({ secret }) => {
      const proved = await keys.prove(secret)
      return proved.ok ? ok({ by: proved.value }) : proved
    },
    'backup:open': async ({ source, secret }) => {
      const file = await sourceFile(deps, source)
      return file.ok ? deps.restore.open(file.value.bytes, file.value.name, secret) : file
    },
    'backup:restore': ({ opened }) => deps.restore.restore(opened),
    'backup:last-sent': async ({ token, unit }) => {
      const file = await readToken(fs, tokens, token, BUNDLE_LIMITS.megabytes)
      if (!file.ok) return file
      const outbox = new Outbox(
        bundleFolder(fs, join(dataFolder(), 'outbox'), BUNDLE_LIMITS.megabytes, deps.listNames),
      )
      const taken = await takeLastSent(file.value.bytes, file.value.name, unit, outbox)
      if (!taken.ok) return taken
      const { path, identity, code, name, bytes, seq, period, createdAt } = taken.value.file
      const ref = { token: tokens.issue({ kind: 'file', path }), identity, code, name, bytes: bytes.length }
      const { station, supersedes } = taken.value
      return ok({ ...ref, seq, period, createdAt, station, supersedes })
    },
    'backup:settle-chain': async () => {
      const settled = await memories.changeFolder(dataFolder(), { chainOpen: false })
      return settled.ok ? ok(null) : settled
    },
  }
}

type Source = Request<'backup:open'>['source']

/** A listed backup is looked up by its name in its place, never by a path from the window. */
async function sourceFile(deps: BackupHandlerDeps, source: Source): Promise<Result<ReadFile, AppError>> {
  const { fs, tokens, runner } = deps
  if ('token' in source) return readToken(fs, tokens, source.token, BACKUP_MEGABYTES)
  const folder = await runner.folderOf(source.place)
  if (folder === null) return err({ code: 'backup.no-second' })
  if (parseBackupName(source.name) === null)
    return err({ code: 'backup.not-a-backup', fileName: source.name })
  return readFileWithin(fs, join(folder, source.name), BACKUP_MEGABYTES)
}

async function listed(
  deps: BackupHandlerDeps,
): Promise<{ backups: BackupEntry[]; secondReachable: boolean }> {
  const proved = new Set((await deps.memories.ofFolder(deps.dataFolder())).proved)
  const second = await deps.runner.folderOf('second')
  const places = [
    { place: 'data' as const, folder: await deps.runner.folderOf('data') },
    { place: 'second' as const, folder: second },
  ]
  const backups: BackupEntry[] = []
  for (const { place, folder } of places) {
    if (folder === null) continue
    const names = await deps.listNames(folder).catch(() => [])
    for (const name of names) {
      const file = parseBackupName(name)
      const bytes = file === null ? null : await deps.fs.size(join(folder, name)).catch(() => null)
      if (file !== null && bytes !== null) backups.push({ ...file, place, bytes, proved: proved.has(name) })
    }
  }
  backups.sort((a, b) => b.createdAt.localeCompare(a.createdAt) || b.count - a.count)
  return { backups, secondReachable: second !== null && (await deps.fs.exists(second)) }
}
