import { basename, join } from 'node:path'
import type { PurgePlacesReply } from '#shared/ipc/purge-channels.ts'
import type { ListNames } from '../bundles/bundle-folder.ts'
import { type ExchangeMemory, memoryPath, peekMemory } from '../exchange/exchange-memory.ts'
import type { FileSystem } from '../files/file-system.ts'
import type { Journal } from '../journal/journal.ts'

export interface PurgePlacesDeps {
  readonly fs: FileSystem
  readonly names: ListNames
  /** Folder of this user's profile that holds the memory of 同步. */
  readonly stations: string
  dataFolder(): string
  /** The open journal; null while there is none. */
  journal(): Journal | null
  /** Ends waiting for a share that does not answer. */
  after(ms: number, run: () => void): () => void
}

/** A share that hangs counts as away after this. */
const SHARE_MS = 5000

/** Folders of the data folder something is written into, the data folder itself first. */
const WRITTEN = ['', 'journal', 'outbox', 'keys', 'exchange', 'backups'] as const

/** Half-written files, what was cut off a torn journal, and a restore that never began: nothing saved is in them. */
const SCRAP = /^\.pbz-[0-9a-f]{12}\.tmp$|\.torn$|^restore-staging$/

/** What opening said of the journal. */
export type OpenedBefore = ReturnType<Journal['opened']>

/** Where besides journal and backups the values may still be, by kind and number. */
export async function findPurgePlaces(
  deps: PurgePlacesDeps,
  journal: OpenedBefore,
): Promise<PurgePlacesReply> {
  const { fs, stations } = deps
  const folder = deps.dataFolder()
  const received = await namesIn(deps, join(folder, 'exchange'))
  const memory = await peekMemory(fs, memoryPath(stations, folder), journal)
  const shared = await inTime(deps, lookAtShare(deps, memory, stationsBefore(memory, journal)))
  return {
    received: received.filter((name) => name.endsWith('.pbz.json')).length,
    keptFolders: (await namesIn(deps, folder)).filter((name) => name.startsWith('恢复前-')).length,
    scraps: (await scrapsIn(deps)).length,
    share: memory.folder === null ? 'none' : shared === null ? 'away' : 'there',
    sharesBefore: shared ?? 0,
  }
}

/** Removes the scraps; answers how many could not be removed. What is being written now holds the values too, and fails. */
export async function sweepScraps(deps: PurgePlacesDeps): Promise<number> {
  let left = 0
  for (const path of await scrapsIn(deps)) {
    await deps.fs.remove(path).catch(() => {
      left += 1
    })
  }
  return left
}

async function scrapsIn(deps: PurgePlacesDeps): Promise<readonly string[]> {
  const found: string[] = []
  for (const each of WRITTEN) {
    const folder = join(deps.dataFolder(), each)
    found.push(...(await namesIn(deps, folder)).map((name) => join(folder, name)))
  }
  return found.filter((path) => SCRAP.test(basename(path)))
}

/** Numbers under which nobody writes any more: of this PC or this folder before, and of no PC known by now. */
function stationsBefore(memory: ExchangeMemory, journal: OpenedBefore): ReadonlySet<string> {
  const before = [...journal.earlier.map(({ station }) => station), ...memory.predecessors]
  const former = memory.known.filter((one) => one.former).map(({ station }) => station)
  const others = memory.known.filter((one) => !one.former).map(({ station }) => station)
  const inUse = new Set([memory.station, ...others])
  return new Set([...before, ...former].filter((station) => !inUse.has(station)))
}

/** How many folders of stations before stand in the share; null when it is away, 0 when there is none. */
async function lookAtShare(
  { names }: PurgePlacesDeps,
  { folder }: ExchangeMemory,
  before: ReadonlySet<string>,
): Promise<number | null> {
  if (folder === null) return 0
  const units = await names(folder).catch(() => null)
  if (units === null) return null
  let found = 0
  for (const unit of units.filter((name) => name.endsWith('_exchange'))) {
    const inUnit = await names(join(folder, unit)).catch(() => [])
    found += inUnit.filter((station) => before.has(station)).length
  }
  return found
}

function inTime<T>({ after }: PurgePlacesDeps, looking: Promise<T>): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const stop = after(SHARE_MS, () => resolve(null))
    looking.then(resolve, reject).finally(stop)
  })
}

async function namesIn({ names }: PurgePlacesDeps, folder: string): Promise<readonly string[]> {
  return names(folder).catch(() => [])
}
