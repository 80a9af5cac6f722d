import { randomUUID } from 'node:crypto'
import { type Journal, openJournal } from '#main/journal/journal.ts'
import type { StationMarker } from '#main/journal/station-marker.ts'
import type { EditDraft, Operation } from '#shared/edits/edit.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Result } from '#shared/result.ts'
import { MemoryFolder } from '#tests/support/faulty-journal-files.ts'
import type { Leftovers } from '#tests/support/faulty-medium.ts'

/** So short that a few edits close a segment. */
const SEGMENT_BYTES = 1600

/** An edit the clerk made: its commit id and its operations as text. */
export interface Made {
  readonly commit: string
  readonly ops: string
}

/** One PC whose disk may fail, and what it was told is saved, in order. */
export class FaultyDesk {
  readonly saved: Made[] = []
  files = new MemoryFolder()
  marker: StationMarker | null = null
  machine = 'machine-1'
  /** A checkpoint is due after so many edits; the journal's own pace when null. */
  checkpointEvery: number | null = null
  compressesClosed = false

  open(): Promise<Result<Journal, AppError>> {
    return openJournal({
      files: this.files,
      marker: {
        load: async () => structuredClone(this.marker),
        save: async (marker) => {
          this.marker = structuredClone(marker)
        },
      },
      machine: this.machine,
      folder: '/台账',
      newId: randomUUID,
      segmentBytes: SEGMENT_BYTES,
      ...(this.checkpointEvery === null
        ? {}
        : { checkpointPace: { edits: this.checkpointEvery, bytes: 1_000_000 } }),
      compressesClosed: this.compressesClosed,
    })
  }

  copy(): FaultyDesk {
    const other = new FaultyDesk()
    other.files = this.files.copy()
    other.marker = structuredClone(this.marker)
    other.machine = this.machine
    other.checkpointEvery = this.checkpointEvery
    other.compressesClosed = this.compressesClosed
    other.saved.push(...this.saved)
    return other
  }

  /** The same PC after a power cut; `files` of this one stay as they are. */
  afterPowerCut(left: Leftovers, marker: StationMarker | null): FaultyDesk {
    const other = this.copy()
    other.files = new MemoryFolder(this.files.medium.cutCopy(left), this.files.folder)
    other.marker = marker
    return other
  }
}

export function draftOf(journal: Journal, ops: readonly Operation[]): EditDraft {
  return {
    commit: randomUUID(),
    seen: journal.opened().clock,
    at: '2021-03-05T08:00:00.000Z',
    by: '李某',
    why: { kind: 'typed' },
    title: '新增企业',
    ops: [...ops],
  }
}

export function madeOf(edit: Pick<EditDraft, 'commit' | 'ops'>): Made {
  return { commit: edit.commit, ops: JSON.stringify(edit.ops) }
}

/** Every edit the journal holds, or the sentence it gives instead. */
export async function allEdits(journal: Journal): Promise<Result<readonly Made[], AppError>> {
  const made: Made[] = []
  for (let after: Parameters<Journal['read']>[0] = null; ; ) {
    const batch = await journal.read(after)
    if (!batch.ok) return batch
    made.push(...batch.value.edits.map(madeOf))
    if (batch.value.done) return { ok: true, value: made }
    after = batch.value.next
  }
}
