import { join } from 'node:path'
import { StationId } from '#shared/edits/edit.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { ListNames } from '../bundles/bundle-folder.ts'
import { errorCodeOf } from '../files/error-code.ts'
import { displayName, writeFailure } from '../files/file-failures.ts'
import type { FileSystem } from '../files/file-system.ts'
import { ensureFolder } from '../files/make-folder.ts'

/** A file of another PC as a listing gives it. */
export interface FoundFile {
  readonly path: string
  readonly name: string
  /** Names the file and its length: a file that grew is looked at again. */
  readonly mark: string
  readonly bytes: number
}

export interface SharePlace {
  readonly fs: FileSystem
  readonly names: ListNames
  /** The folder the clerk chose. */
  readonly folder: string
  readonly unit: string
  readonly station: string
}

const SUFFIX = '.pbz.json'
/** A name of ours has some 50; what is longer is none, and its mark would be none either. */
const LONGEST_NAME = 120
/** How much one look takes in; a PC has some 50 files there. */
const MOST_FOLDERS = 200
const MOST_FILES = 5000

/** One folder per unit, in it one per station: each PC writes to its own only. */
export function ownFolder({ folder, unit, station }: SharePlace): string {
  return join(unitFolder(folder, unit), station)
}

function unitFolder(folder: string, unit: string): string {
  return join(folder, `${unit}_exchange`)
}

/**
 * Names and lengths of the own files that stand there now; none before the first writing. What cannot be listed is an error
 * and not an empty folder, since everything would be written anew.
 */
export async function listOwn(place: SharePlace): Promise<Result<ReadonlyMap<string, number>, AppError>> {
  const reachable = await reach(place)
  if (!reachable.ok) return reachable
  const own = ownFolder(place)
  try {
    const standing = new Map<string, number>()
    for (const name of (await namesIn(place, own)).filter(isFileName)) {
      const bytes = await sizeIfThere(place, join(own, name))
      if (bytes !== null) standing.set(name, bytes)
    }
    return ok(standing)
  } catch {
    return err(away(place))
  }
}

export interface Listing {
  readonly files: readonly FoundFile[]
  /** There is more than is looked at. */
  readonly crowded: boolean
}

/** Files of the other PCs, those of the stations `first` before all others, each by name. */
export async function listOthers(
  place: SharePlace,
  first: ReadonlySet<string>,
): Promise<Result<Listing, AppError>> {
  const reachable = await reach(place)
  if (!reachable.ok) return reachable
  const root = unitFolder(place.folder, place.unit)
  let listed: readonly string[]
  try {
    listed = await namesIn(place, root)
  } catch {
    return err(away(place))
  }
  const names = listed.filter((name) => name !== place.station && StationId.safeParse(name).success)
  const ordered = [
    ...names.filter((name) => first.has(name)).toSorted(),
    ...names.filter((name) => !first.has(name)).toSorted(),
  ]
  const files: FoundFile[] = []
  let crowded = ordered.length > MOST_FOLDERS
  for (const station of ordered.slice(0, MOST_FOLDERS)) {
    const found = await filesIn(place, join(root, station), station, MOST_FILES - files.length)
    files.push(...found.files)
    crowded ||= found.crowded
  }
  return ok({ files, crowded })
}

/** Signed files of a folder; one that vanishes while it is looked at was not there. */
export async function filesIn(
  place: Pick<SharePlace, 'fs' | 'names'>,
  folder: string,
  label: string,
  most: number = MOST_FILES,
): Promise<Listing> {
  const files: FoundFile[] = []
  const listed = await namesIn(place, folder).catch(() => [])
  const names = listed.filter(isFileName).toSorted()
  for (const name of names.slice(0, most)) {
    const path = join(folder, name)
    const bytes = await place.fs.size(path).catch(() => null)
    if (bytes !== null) files.push({ path, name, mark: `${label}/${name}:${bytes}`, bytes })
  }
  return { files, crowded: names.length > most }
}

function isFileName(name: string): boolean {
  return name.endsWith(SUFFIX) && name.length <= LONGEST_NAME
}

/** Makes the own folder in the share; `exchange.folder-away` when the share itself is not there. */
export async function makeOwnFolder(place: SharePlace): Promise<Result<string, AppError>> {
  const reachable = await reach(place)
  if (!reachable.ok) return reachable
  const own = ownFolder(place)
  try {
    for (const folder of [unitFolder(place.folder, place.unit), own]) {
      await ensureFolder(place.fs, folder)
      // Whoever can write to the share would have this PC write and remove files elsewhere.
      if (await place.fs.isLink(folder))
        return err({ code: 'exchange.folder-linked', folder: displayName(folder) })
    }
    return ok(own)
  } catch (error) {
    return err(writeFailure(error, own, place.folder))
  }
}

async function reach(place: SharePlace): Promise<Result<void, AppError>> {
  try {
    await place.names(place.folder)
    return ok(undefined)
  } catch {
    return err(away(place))
  }
}

function away({ folder }: SharePlace): AppError {
  return { code: 'exchange.folder-away', folder: displayName(folder) }
}

/** null: it is not there. */
async function sizeIfThere({ fs }: SharePlace, path: string): Promise<number | null> {
  try {
    return await fs.size(path)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(errorCodeOf(error))
}

/** None when the folder is not there. */
async function namesIn({ names }: Pick<SharePlace, 'names'>, folder: string): Promise<readonly string[]> {
  try {
    return await names(folder)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}
