import { z } from 'zod'
import type { ReadingLimits } from './reading-limits.ts'

export interface ReadRequest {
  readonly name: string
  readonly bytes: Uint8Array
  readonly limits: ReadingLimits
}

/** What the reader process says. The result is JSON text: as fast as cloned objects, and the same in both runtimes. */
export const ReaderMessage = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('progress'), done: z.number(), total: z.number().nullable() }),
  z.strictObject({ kind: z.literal('result'), json: z.string() }),
])
export type ReaderMessage = z.infer<typeof ReaderMessage>

/** One reader process, whichever runtime started it; it serves one file. */
export interface ReaderProcess {
  send(request: ReadRequest): void
  onMessage(listener: (message: unknown) => void): void
  /** Called once, when the process has ended for whatever reason. */
  onExit(listener: () => void): void
  kill(): void
}

export type StartReader = (megabytes: number) => ReaderProcess
