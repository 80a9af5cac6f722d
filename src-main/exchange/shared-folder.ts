import { join } from 'node:path'
import { StationId } from '#shared/edits/edit.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { ListNames } from '../bundles/bundle-folder.ts'
import { displayName, writeFailure } from '../files/file-failures.ts'
import { errorCodeOf, type FileSystem } from '../files/file-system.ts'
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

/** One folder per unit, in it one per station: each PC writes to its own only. */
export function ownFolder({ folder, unit, station }: SharePlace): string {
  return join(unitFolder(folder, unit), station)
}

function unitFolder(folder: string, unit: string): string {
  return join(folder, `${unit}_exchange`)
}

/** Names and lengths of the own files that stand there now; none before the first writing. */
export async function listOwn(place: SharePlace): Promise<Result<ReadonlyMap<string, number>, AppError>> {
  const reachable = await reach(place)
  if (!reachable.ok) return reachable
  const found = await filesIn(place, ownFolder(place), place.station)
  return ok(new Map(found.map(({ name, bytes }) => [name, bytes])))
}

/** Files of the other PCs, oldest number first. */
export async function listOthers(place: SharePlace): Promise<Result<readonly FoundFile[], AppError>> {
  const reachable = await reach(place)
  if (!reachable.ok) return reachable
  const root = unitFolder(place.folder, place.unit)
  const found: FoundFile[] = []
  for (const station of (await namesIn(place, root)).toSorted()) {
    if (station === place.station || !StationId.safeParse(station).success) continue
    found.push(...(await filesIn(place, join(root, station), station)))
  }
  return ok(found)
}

/** Signed files of a folder; one that vanishes while it is looked at was not there. */
export async function filesIn(
  place: Pick<SharePlace, 'fs' | 'names'>,
  folder: string,
  label: string,
): Promise<readonly FoundFile[]> {
  const found: FoundFile[] = []
  for (const name of (await namesIn(place, folder)).filter(isFileName).toSorted()) {
    const path = join(folder, name)
    const bytes = await place.fs.size(path).catch(() => null)
    if (bytes !== null) found.push({ path, name, mark: `${label}/${name}:${bytes}`, bytes })
  }
  return found
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
    for (const folder of [unitFolder(place.folder, place.unit), own]) await ensureFolder(place.fs, folder)
    return ok(own)
  } catch (error) {
    return err(writeFailure(error, own, place.folder))
  }
}

async function reach({ names, folder }: SharePlace): Promise<Result<void, AppError>> {
  try {
    await names(folder)
    return ok(undefined)
  } catch (error) {
    return err({ code: 'exchange.folder-away', folder: displayName(folder), detail: errorCodeOf(error) })
  }
}

async function namesIn({ names }: Pick<SharePlace, 'names'>, folder: string): Promise<readonly string[]> {
  return names(folder).catch(() => [])
}
