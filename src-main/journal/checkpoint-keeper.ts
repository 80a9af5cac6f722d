import { CHECKPOINT, type Checkpoint, checkpointBytes } from './checkpoint.ts'
import type { JournalFiles } from './journal-files.ts'
import { countOf } from './journal-index.ts'
import { replaceFile } from './replace-file.ts'

/** How much may stand behind a checkpoint before the next is due; opening reads and proves it. */
export interface CheckpointPace {
  readonly edits: number
  readonly bytes: number
}

const PACE: CheckpointPace = { edits: 1000, bytes: 8 * 1024 * 1024 }

/** A checkpoint of a long journal is long itself: it is not written again for every so many edits. */
const SHARE = 20

/**
 * Keeps the checkpoint of an open journal near its head. It is written beside the commits and never fails one: without
 * it the next start only takes longer.
 */
export class CheckpointKeeper {
  readonly #files: JournalFiles
  readonly #pace: CheckpointPace
  #edits: number
  #bytes: number
  #writing: Promise<void> = Promise.resolve()
  #isWriting = false

  /** `edits`: how many the checkpoint on disk holds. */
  constructor(files: JournalFiles, edits: number, pace = PACE) {
    this.#files = files
    this.#pace = pace
    this.#edits = edits
    this.#bytes = 0
  }

  /** After an edit of so many bytes, and after opening. */
  edited(bytes: number, now: Checkpoint): void {
    this.#bytes += bytes
    const more = countOf(now.index) - this.#edits
    const due = Math.max(this.#pace.edits, this.#edits / SHARE)
    if (!this.#isWriting && (more >= due || this.#bytes >= this.#pace.bytes)) this.#write(now)
  }

  /** Returns once what is being written is on the disk. */
  async settled(): Promise<void> {
    await this.#writing
  }

  /** Before the journal closes: the next start has nothing to read. */
  async close(now: Checkpoint): Promise<void> {
    await this.#writing
    if (countOf(now.index) > this.#edits) this.#write(now)
    await this.#writing
  }

  #write(now: Checkpoint): void {
    const bytes = checkpointBytes(now)
    if (bytes === null) return
    this.#edits = countOf(now.index)
    this.#bytes = 0
    this.#isWriting = true
    this.#writing = replaceFile(this.#files, CHECKPOINT, bytes)
      .catch(() => undefined)
      .then(() => {
        this.#isWriting = false
      })
  }
}
