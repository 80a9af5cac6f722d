import { z } from 'zod'
import { FileRef, TaskId } from './channel.ts'
import { EventName } from './events.ts'

export const systemChannels = {
  /** What the window must know before the first screen. */
  'system:about': {
    request: z.null(),
    reply: z.strictObject({
      version: z.string(),
      /** `electron`, or `stand-in` when the program runs without the Electron binary. */
      runtime: z.enum(['electron', 'stand-in']),
      platform: z.string(),
    }),
  },
  'task:cancel': { request: z.strictObject({ task: TaskId }), reply: z.null() },
  /** Sent by the preload itself: whether the window listens for an event at all. */
  'events:listening': {
    request: z.strictObject({ event: EventName, listening: z.boolean() }),
    reply: z.null(),
  },
  /** Answer to `window:close-requested`: nothing typed would be lost, close now. */
  'window:close-ready': { request: z.null(), reply: z.null() },
  /** Answer to `window:close-requested`: the clerk is still being asked or stays, do not close. */
  'window:close-held': { request: z.null(), reply: z.null() },
  /** The data folder in use; `chosen` is false while it is the program's default place. */
  'data-folder:current': {
    request: z.null(),
    reply: z.strictObject({ folder: FileRef, chosen: z.boolean() }),
  },
  /** Free space on its disk, in whole MB; null when the disk does not tell. */
  'data-folder:room': {
    request: z.null(),
    reply: z.strictObject({
      folder: FileRef.shape.name,
      room: z.enum(['plenty', 'low', 'none']),
      megabytes: z.int().nonnegative().nullable(),
    }),
  },
  /** Makes a folder picked for `data` the data folder, after proving that it can be written. */
  'data-folder:choose': { request: z.strictObject({ token: FileRef.shape.token }), reply: z.null() },
  /** Open dialog; null when the user cancels. */
  'files:pick': {
    request: z.strictObject({
      purpose: z.enum(['workbook', 'bundle', 'trust', 'key', 'backup', 'exchange']),
      multiple: z.boolean(),
    }),
    reply: z.array(FileRef).nullable(),
  },
  'files:pick-folder': {
    request: z.strictObject({ purpose: z.enum(['data', 'handover', 'export', 'backup', 'exchange']) }),
    reply: FileRef.nullable(),
  },
  /** Bytes of a dropped file, kept in the main process under a token. */
  'files:receive': {
    request: z.strictObject({ name: z.string().min(1).max(255), bytes: z.instanceof(Uint8Array) }),
    reply: FileRef,
  },
  /** Opens the folder of something we wrote in the file manager. */
  'files:reveal': { request: z.strictObject({ token: FileRef.shape.token }), reply: z.null() },
} as const
