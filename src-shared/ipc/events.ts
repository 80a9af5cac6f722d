import { z } from 'zod'
import { TaskId } from './channel.ts'

/** Main to renderer, one way. */
export const events = {
  'task:progress': z.strictObject({
    task: TaskId,
    label: z.string(),
    done: z.number(),
    /** null while the size is unknown. */
    total: z.number().nullable(),
  }),
  /** The window wants to close; the renderer answers with window:close-ready when nothing typed would be lost. */
  'window:close-requested': z.null(),
  /** A backup was made, or could not be: its status is worth asking for again. */
  'backup:changed': z.null(),
} as const

export const EventName = z.enum(Object.keys(events) as [keyof typeof events, ...(keyof typeof events)[]])
export type EventName = keyof typeof events
export type EventPayload<E extends EventName> = z.infer<(typeof events)[E]>
