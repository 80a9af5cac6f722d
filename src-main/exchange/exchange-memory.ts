import { isAbsolute, join } from 'node:path'
import { z } from 'zod'
import { Identity, Instant } from '#shared/bundle/manifest.ts'
import { KeyId } from '#shared/bundle/public-key.ts'
import { type Clock, StationId } from '#shared/edits/edit.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import { StationName } from '#shared/exchange/exchange-body.ts'
import { KnownStation, predecessorsOf, withoutOthers } from '#shared/exchange/known-station.ts'
import { SharedFile } from '#shared/exchange/shared-files.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { writeJsonFile } from '../app/json-file.ts'
import { errorCodeOf } from '../files/error-code.ts'
import type { FileSystem } from '../files/file-system.ts'
import { ensureFolder } from '../files/make-folder.ts'
import { folderHash } from '../stations/station-key.ts'

/** One take-up as the screen lists it. */
export const TakenBatch = z.strictObject({
  batch: z.string().min(1).max(60),
  at: Instant,
  kid: KeyId,
  name: StationName,
  edits: z.int().nonnegative(),
  /** 待核对 that came with it; null until the window has counted them. */
  conflicts: z.int().nonnegative().nullable(),
})
export type TakenBatch = z.infer<typeof TakenBatch>

/**
 * What this PC remembers of the exchange about one data folder. It lies in the user's profile beside the station's key,
 * not in the data folder: whoever carries the folder elsewhere must not bring along a trust nobody there has compared,
 * nor the path of a share of this PC.
 */
export const ExchangeMemory = z.strictObject({
  version: z.literal(1),
  station: StationId,
  /** A compaction gives the journal another id: what was shared of the one before is written anew, without the values. */
  journal: z.uuid(),
  /** Key the station's files were signed with; null until one was needed. */
  kid: KeyId.nullable(),
  /** 本机名称; null: the PC's own name. */
  name: StationName.nullable(),
  /** The shared folder. */
  folder: z.string().refine(isAbsolute).nullable(),
  /** 合并前先看: nothing is taken up by itself. */
  askEach: z.boolean(),
  /** Stations whose edits travel with the own ones. */
  predecessors: z.array(StationId).max(1000),
  chain: z.strictObject({ seq: z.int().nonnegative(), previous: Identity.nullable() }),
  /** Own files in the shared folder. */
  shared: z.array(SharedFile),
  known: z.array(KnownStation).max(1000),
  /** Files of others in the shared folder that need no second look. */
  done: z.array(z.string().max(300)),
  batches: z.array(TakenBatch).max(100),
})
export type ExchangeMemory = z.infer<typeof ExchangeMemory>

const BATCHES_KEPT = 50

interface Here {
  readonly station: string
  readonly journal: string
  readonly clock: Clock
}

export interface LoadedMemory {
  readonly memory: ExchangeMemory
  /** What was kept could not be understood: it was laid aside, and this one begins anew. */
  readonly damaged: boolean
}

/**
 * Reads the memory of a data folder. One that is damaged is laid aside and told, since with it goes the list of accepted
 * PCs; one that cannot be read just now is an error, so that nothing is written over it.
 */
export async function loadMemory(
  fs: FileSystem,
  path: string,
  here: Here,
  now: string,
): Promise<Result<LoadedMemory, AppError>> {
  const stored = await readStored(fs, path)
  if (!stored.ok) return stored
  if (stored.value !== 'damaged') return ok({ memory: memoryFor(here, stored.value), damaged: false })
  try {
    await fs.rename(path, path.replace(/\.json$/, `-damaged-${now.replace(/\D/g, '')}.json`))
  } catch (error) {
    return err({ code: 'exchange.memory-unreadable', detail: errorCodeOf(error) })
  }
  return ok({ memory: memoryFor(here, null), damaged: true })
}

/** The memory as it is, without putting anything right; one that cannot be read is empty. */
export async function peekMemory(fs: FileSystem, path: string, here: Here): Promise<ExchangeMemory> {
  const stored = await readStored(fs, path)
  return memoryFor(here, stored.ok && stored.value !== 'damaged' ? stored.value : null)
}

/** null: none was kept yet. */
async function readStored(
  fs: FileSystem,
  path: string,
): Promise<Result<ExchangeMemory | 'damaged' | null, AppError>> {
  let bytes: Uint8Array
  try {
    bytes = await fs.read(path)
  } catch (error) {
    const detail = errorCodeOf(error)
    return detail === 'ENOENT' ? ok(null) : err({ code: 'exchange.memory-unreadable', detail })
  }
  try {
    const stored = ExchangeMemory.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')))
    return ok(stored.success ? stored.data : 'damaged')
  } catch {
    return ok('damaged')
  }
}

/** A new station begins a chain of its own and keeps the list of PCs. */
function memoryFor({ station, journal, clock }: Here, before: ExchangeMemory | null): ExchangeMemory {
  if (before?.station === station)
    return {
      ...before,
      known: [...withoutOthers(before.known)],
      ...(before.journal === journal ? {} : { journal, shared: [] }),
    }
  const known = withoutOthers(before?.known.filter((one) => one.station !== station) ?? [])
  return {
    version: 1,
    station,
    journal,
    kid: null,
    name: before?.name ?? null,
    folder: before?.folder ?? null,
    askEach: before?.askEach ?? false,
    predecessors: [...predecessorsOf(clock, station, known)],
    chain: { seq: 0, previous: null },
    shared: [],
    known: [...known],
    done: [],
    batches: before?.batches ?? [],
  }
}

export async function saveMemory(
  fs: FileSystem,
  folder: string,
  path: string,
  memory: ExchangeMemory,
): Promise<Result<void, AppError>> {
  const kept = { ...memory, batches: memory.batches.slice(-BATCHES_KEPT) }
  try {
    await ensureFolder(fs, folder)
  } catch {
    return err({ code: 'exchange.memory-unwritable' })
  }
  const written = await writeJsonFile(fs, path, kept)
  return written.ok ? ok(undefined) : err({ code: 'exchange.memory-unwritable' })
}

/** What would not be read again must not be kept: with it everything else would be lost at the next start. */
export function isFitToKeep(change: Partial<ExchangeMemory>): boolean {
  return Changed.safeParse(change).success
}

const Changed = ExchangeMemory.partial()

/** Beside the station's marker and key. */
export function memoryPath(folder: string, dataFolder: string): string {
  return join(folder, `exchange-${folderHash(dataFolder)}.json`)
}
