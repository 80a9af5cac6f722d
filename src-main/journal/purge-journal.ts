import type { AppError } from '#shared/errors/app-error.ts'
import type { PurgeTarget } from '#shared/purge/purge-target.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { displayName } from '../files/file-failures.ts'
import { removeCompacted } from './compacted-segments.ts'
import { type NewSegment, NotProved, type OldJournal, unfinishedName, writeCompacted } from './compaction.ts'
import type { JournalFiles } from './journal-files.ts'
import { SegmentChanged } from './journal-writer.ts'
import { segmentName, segmentNumbers } from './segment-header.ts'
import { writeError } from './write-error.ts'

/** The journal to purge, and where its last segment ends. */
export interface PurgeDeps {
  readonly files: JournalFiles
  readonly folder: string
  readonly old: OldJournal
  /** Number of the newest segment this PC knows of. */
  readonly lastNumber: number
  newId(): string
}

export interface Purged extends NewSegment {
  /** Old files that could not be removed yet. */
  readonly leftFiles: number
}

/**
 * Puts a journal without the values in place of the old one. Renaming the new segment is the moment: before it the old
 * journal stands whole, after it the new one, and a power cut at any point leaves one of the two. Old files go last.
 */
export async function purgeJournal(deps: PurgeDeps, target: PurgeTarget): Promise<Result<Purged, AppError>> {
  const { files, folder, lastNumber } = deps
  const segment = lastNumber + 1
  let made: NewSegment
  try {
    await mustBeNewest(files, lastNumber)
    made = await writeCompacted(files, deps.old, target, { segment, journal: deps.newId() })
    await mustBeNewest(files, lastNumber)
  } catch (error) {
    await files.remove(unfinishedName(segment)).catch(() => null)
    if (error instanceof NotProved) return err({ code: 'purge.not-proved' })
    return err(writeError(error, folder))
  }
  try {
    await files.rename(unfinishedName(segment), segmentName(segment))
    await files.syncFolder()
  } catch (error) {
    return err(await afterFailedRename(files, folder, segment, error))
  }
  const leftFiles = await removeCompacted(files, segment)
  return ok({ ...made, leftFiles })
}

/** Another PC that opened the folder goes on in a segment of its own: its edits must not be left out. */
async function mustBeNewest(files: JournalFiles, lastNumber: number): Promise<void> {
  if ((segmentNumbers(await files.list()).at(-1) ?? 0) > lastNumber) throw new SegmentChanged()
}

/**
 * A rename that failed, or that may not be on the device: as long as its name is not there the old journal goes on; else
 * nobody can tell which of the two a power cut would leave, so neither is touched and nothing more is written.
 */
async function afterFailedRename(
  files: JournalFiles,
  folder: string,
  segment: number,
  error: unknown,
): Promise<AppError> {
  const names = await files.list().catch(() => null)
  if (names === null || names.includes(segmentName(segment))) {
    return { code: 'purge.unsettled', folder: displayName(folder) }
  }
  await files.remove(unfinishedName(segment)).catch(() => null)
  return writeError(error, folder)
}
