import { z } from 'zod'
import { Who } from './encrypted-header.ts'

/** What opens a backup: a passphrase and whose it is, or the digits of the 恢复单 as typed. */
export const Secret = z.discriminatedUnion('kind', [
  z.strictObject({ kind: Who, passphrase: z.string().min(1).max(200) }),
  z.strictObject({ kind: z.literal('sheet'), digits: z.string().min(1).max(400) }),
])
export type Secret = z.infer<typeof Secret>
