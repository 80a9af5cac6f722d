import { z } from 'zod'

/** One request/reply channel. The main process parses every request; every reply is a `Result`. */
export interface ChannelSchema {
  readonly request: z.ZodType
  readonly reply: z.ZodType
}

/** Opaque stand-in for a path: the renderer never holds a path (DESIGN.md 9). */
export const FileToken = z
  .string()
  .regex(/^[A-Za-z0-9_-]{16,64}$/)
  .brand<'FileToken'>()
export type FileToken = z.infer<typeof FileToken>

export const FileRef = z.strictObject({ token: FileToken, name: z.string(), size: z.number() })
export type FileRef = z.infer<typeof FileRef>

/** A long task's id, chosen by the caller; used for progress and 取消. */
export const TaskId = z.uuid()
