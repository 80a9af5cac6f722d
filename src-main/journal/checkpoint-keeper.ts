import { codeOf } from '../files/error-code.ts'
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

/** Part of the pace after which one that could not be written is tried again: not with every edit on a full disk. */
const AGAIN = 10

/**
 * Keeps the checkpoint of an open journal near its head. It is written beside the commits and never fails one: without
 * it the next start only takes longer. What is no failure of the file system goes to `reportBug`.
 */
export class CheckpointKeeper {
  readonly #files: JournalFiles
  readonly #pace: CheckpointPace
  readonly #reportBug: (error: unknown) => void
  /** Edits the checkpoint on disk holds, and bytes behind it. */
  #edits: number
  #bytes = 0
  /** Edits there were when writing failed last; 0 when it did not. */
  #failedAt = 0
  #writing: Promise<void> = Promise.resolve()
  #isWriting = false

  /** `edits`: how many the checkpoint on disk holds. */
  constructor(
    files: JournalFiles,
    edits: number,
    pace: CheckpointPace = PACE,
    reportBug: (error: unknown) => void = () => undefined,
  ) {
    this.#files = files
    this.#pace = pace
    this.#reportBug = reportBug
    this.#edits = edits
  }

  /** After an edit of so many bytes, and after opening. */
  edited(bytes: number, now: Checkpoint): void {
    this.#bytes += bytes
    if (!this.#isWriting && this.#isDue(countOf(now.index))) this.#write(now)
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

  #isDue(count: number): boolean {
    if (this.#failedAt > 0 && count < this.#failedAt + this.#pace.edits / AGAIN) return false
    const due = Math.max(this.#pace.edits, this.#edits / SHARE)
    return count - this.#edits >= due || this.#bytes >= this.#pace.bytes
  }

  #write(now: Checkpoint): void {
    this.#isWriting = true
    this.#writing = this.#replace(now).finally(() => {
      this.#isWriting = false
    })
  }

  /** Takes what it holds before the first pause, so it is of whole edits; never rejects. */
  async #replace(now: Checkpoint): Promise<void> {
    const [count, held] = [countOf(now.index), this.#bytes]
    try {
      const bytes = checkpointBytes(now)
      if (bytes === null) return
      await replaceFile(this.#files, CHECKPOINT, bytes)
      this.#edits = count
      this.#bytes -= held
      this.#failedAt = 0
    } catch (error) {
      this.#failedAt = count
      if (codeOf(error) === '') this.#reportBug(error)
    }
  }
}
