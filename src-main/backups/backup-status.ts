import { isOverdue } from '#shared/backup/ladder.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { BackupPlace, BackupStatus, PlaceStatus } from '#shared/ipc/backup-channels.ts'
import type { Result } from '#shared/result.ts'
import { folderRef } from '../files/file-handlers.ts'
import type { BackupKey } from './backup-file.ts'
import type { BackupHandlerDeps } from './backup-handlers.ts'

/** How the office's data is guarded right now. */
export async function backupStatus(deps: BackupHandlerDeps): Promise<BackupStatus> {
  const { memories, dataFolder, keys } = deps
  const memory = await memories.load()
  const { chainOpen, since } = await memories.ofFolder(dataFolder())
  const protection = await keys.load()
  const placed = async (place: BackupPlace, from: string | null): Promise<PlaceStatus | null> => {
    const path = await deps.runner.folderOf(place)
    return path === null ? null : placeStatus(deps, place, path, from)
  }
  const data = await placed('data', since)
  if (data === null) throw new Error('the data folder is always a place')
  return {
    hasData: deps.hasData(),
    data,
    since,
    second: await placed('second', memory.second?.since ?? null),
    postponed: memory.postponed,
    protection: protectionOf(protection),
    chainOpen,
  }
}

function protectionOf(key: Result<BackupKey | null, AppError>): BackupStatus['protection'] {
  if (key.ok) return key.value?.wraps.map((wrap) => wrap.who) ?? []
  return key.error.code === 'backup.key-lost' ? 'lost' : 'unreadable'
}

async function placeStatus(
  deps: BackupHandlerDeps,
  place: BackupPlace,
  path: string,
  from: string | null,
): Promise<PlaceStatus> {
  const { good, failure } = (await deps.memories.ofFolder(deps.dataFolder()))[place]
  const lastGood =
    good === null ? null : { name: good.name, at: good.at, count: good.count, bytes: good.bytes }
  const reachable = await deps.fs.exists(place === 'data' ? deps.dataFolder() : path)
  const isDue = deps.hasData() && deps.runner.hasTried
  const overdue = isDue && from !== null && isOverdue(deps.now(), good?.at ?? null, from)
  const sameDisk = place === 'second' && (await isOnDiskOfData(deps, path))
  return { folder: folderRef(deps.tokens, path), reachable, lastGood, failure, sameDisk, overdue }
}

async function isOnDiskOfData({ diskOf, dataFolder }: BackupHandlerDeps, path: string): Promise<boolean> {
  const disk = await diskOf(path)
  return disk !== null && disk === (await diskOf(dataFolder()))
}
