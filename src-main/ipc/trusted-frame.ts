import type { Channel } from '#shared/ipc/contract.ts'

/** The part of Electron's WebFrameMain that is used. */
export interface SenderFrame {
  readonly url: string
  readonly parent: unknown
}

/** Only our own page, in the top frame of its window, may speak to the main process. */
function isTrustedFrame(frame: SenderFrame | null): boolean {
  if (frame === null || (frame.parent ?? null) !== null || !URL.canParse(frame.url)) return false
  const url = new URL(frame.url)
  return url.protocol === 'app:' && url.host === 'bundle' && url.username === '' && url.password === ''
}

/** The hidden print window lays out what it is given: it needs no other power. */
const PRINT_CHANNELS: readonly Channel[] = ['print:job', 'print:ready']

/** May this page call this channel? */
export function mayCall(frame: SenderFrame | null, channel: Channel): boolean {
  if (frame === null || !isTrustedFrame(frame)) return false
  return new URL(frame.url).pathname !== '/print.html' || PRINT_CHANNELS.includes(channel)
}
