import { z } from 'zod'

/** What `pbz help --json` prints: every command, or with `pbz <command> --help --json` that one. */
export const HelpOutput = z.strictObject({
  commands: z.array(z.strictObject({ name: z.string(), title: z.string(), usage: z.string() })),
})
export type HelpOutput = z.infer<typeof HelpOutput>
