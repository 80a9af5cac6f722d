import type { AppError } from '#shared/errors/app-error.ts'
import type { PlanPack } from '#shared/pack/plan-pack.ts'
import type { Result } from '#shared/result.ts'
import type { ToPdf } from '../bundles/handover-folder.ts'
import type { FileSystem } from '../files/file-system.ts'
import type { StartReader } from '../spreadsheet/reader-messages.ts'

/** Everything a command takes from outside; main.ts gives the real ones. */
export interface CliIo {
  /** A line on standard output: the answer, nothing else. */
  readonly print: (line: string) => void
  /** A line on standard error: progress and sentences for people. */
  readonly tell: (line: string) => void
  readonly fs: FileSystem
  /** ISO 8601 UTC. */
  readonly now: () => string
  /** A random UUID. */
  readonly newId: () => string
  readonly randomBytes: (length: number) => Uint8Array
  readonly startReader: StartReader
  readonly toPdf: ToPdf
  readonly loadPack: () => Promise<Result<PlanPack, AppError>>
}

/** What a command answers: exit code 0 good, 1 rejected or blocked. */
export interface Outcome {
  readonly exit: 0 | 1
  /** The one JSON object of `--json`. */
  readonly json: object
  readonly lines: readonly string[]
  /** A sentence for standard error, whether or not `--json` is asked for. */
  readonly complaint?: string
}
