import { z } from 'zod'
import { Identity } from '../bundle/manifest.ts'
import { Refusal } from './clean-output.ts'

/** What `pbz countersign --json` prints. */
export const SignedOutput = z.strictObject({
  /** Absolute path of the file written. */
  file: z.string(),
  identity: Identity,
  code: z.string(),
  bytes: z.int().positive(),
  signatures: z.array(z.strictObject({ person: z.string(), role: z.string() })),
})
export type SignedOutput = z.infer<typeof SignedOutput>

/** What every command prints with `--json` when it could not be done (`clean` uses `refused` instead). */
export const FailedOutput = z.strictObject({ error: Refusal })
export type FailedOutput = z.infer<typeof FailedOutput>
