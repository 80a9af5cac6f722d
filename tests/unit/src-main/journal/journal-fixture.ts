import { randomUUID } from 'node:crypto'
import { type Journal, type JournalDeps, openJournal } from '#main/journal/journal.ts'
import type { MarkerStore, StationMarker } from '#main/journal/station-marker.ts'
import type { Clock, Edit, EditDraft, Operation } from '#shared/edits/edit.ts'
import { createRecord } from '#shared/edits/operations.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Result } from '#shared/result.ts'
import { MemoryFolder } from '#tests/support/faulty-journal-files.ts'

/** A path; sentences name only its last part. */
export const FOLDER = '/台账'

/** Remembers markers the way the user's profile on one PC does. */
export class MemoryMarker implements MarkerStore {
  marker: StationMarker | null = null
  load = async () => structuredClone(this.marker)
  save = async (marker: StationMarker) => {
    this.marker = structuredClone(marker)
  }
}

export class Pc {
  files = new MemoryFolder()
  readonly marker = new MemoryMarker()
  machine = 'machine-1'
  folder = FOLDER
  /** Pace of the checkpoint and longest segment; the journal's own when left out. */
  pace: Pick<JournalDeps, 'checkpointPace' | 'compressesClosed' | 'reportBug' | 'segmentBytes'> = {}
  /** Free bytes on the disk; null: it does not tell. */
  free: number | null = null

  open(): Promise<Result<Journal, AppError>> {
    const { files, marker, machine, folder, pace } = this
    return openJournal({
      files,
      marker,
      machine,
      folder,
      newId: randomUUID,
      freeBytes: async () => this.free,
      ...pace,
    })
  }

  async opened(): Promise<Journal> {
    return value(await this.open())
  }
}

export function value<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

export function draft(seen: Clock, ops: readonly Operation[] = [firm('a')]): EditDraft {
  return {
    commit: randomUUID(),
    seen,
    at: '2021-03-05T08:00:00.000Z',
    by: '李某',
    why: { kind: 'typed' },
    title: '新增企业',
    ops: [...ops],
  }
}

export function firm(id: string, name = '样例企业'): Operation {
  return createRecord('enterprise', id, { name })
}

/** Enough firms for an edit of several chunks. */
export function manyFirms(count: number): readonly Operation[] {
  return Array.from({ length: count }, (_, index) =>
    createRecord('enterprise', `firm-${index}`, { name: `样例企业${index}`, note: '备注'.repeat(100) }),
  )
}

/** Commits a draft that has seen everything. */
export async function commit(journal: Journal, ops?: readonly Operation[]) {
  return journal.commit(draft(journal.opened().clock, ops))
}

export async function readAll(journal: Journal): Promise<readonly Edit[]> {
  const edits: Edit[] = []
  for (let after = null, done = false; !done; ) {
    const batch: { edits: Edit[]; next: typeof after; done: boolean } = value(
      await journal.read(after),
    ) as never
    edits.push(...batch.edits)
    after = batch.next
    done = batch.done
  }
  return edits
}
