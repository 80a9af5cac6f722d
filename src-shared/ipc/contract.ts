import type { z } from 'zod'
import type { AppError } from '../errors/app-error.ts'
import type { Result } from '../result.ts'
import { backupChannels } from './backup-channels.ts'
import { bundleChannels } from './bundle-channels.ts'
import type { ChannelSchema } from './channel.ts'
import type { EventName, EventPayload } from './events.ts'
import { exchangeChannels } from './exchange-channels.ts'
import { handoverChannels } from './handover-channels.ts'
import { journalChannels } from './journal-channels.ts'
import { lockChannels } from './lock-channels.ts'
import { printChannels } from './print-channels.ts'
import { purgeChannels } from './purge-channels.ts'
import { sampleChannels } from './sample-channels.ts'
import { systemChannels } from './system-channels.ts'
import { workbookChannels } from './workbook-channels.ts'

/** Every request channel, once. */
export const contract = {
  ...systemChannels,
  ...journalChannels,
  ...workbookChannels,
  ...purgeChannels,
  ...printChannels,
  ...bundleChannels,
  ...handoverChannels,
  ...sampleChannels,
  ...lockChannels,
  ...backupChannels,
  ...exchangeChannels,
} as const satisfies Record<string, ChannelSchema>

export type Channel = keyof typeof contract
export type Request<C extends Channel> = z.infer<(typeof contract)[C]['request']>
export type Reply<C extends Channel> = Result<z.infer<(typeof contract)[C]['reply']>, AppError>
export type Handler<C extends Channel> = (request: Request<C>) => Promise<Reply<C>>
export type Handlers = { readonly [C in Channel]: Handler<C> }

/** What the preload exposes as `window.desktop`. */
export interface Desktop {
  call<C extends Channel>(channel: C, request: Request<C>): Promise<Reply<C>>
  /** Returns a function that unsubscribes. */
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void
}
