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

/** The part of Electron's IpcMainInvokeEvent that is used. */
export interface Sender {
  /** Electron's own id of the page; it follows the window wherever its address goes. */
  readonly sender: { readonly id: number }
  readonly senderFrame: SenderFrame | null
}

/** The hidden print window lays out what it is given: it needs no other power, and nobody else needs this one. */
const PRINT_CHANNELS: readonly Channel[] = ['print:job', 'print:ready']

/** May this page call this channel? An address can be chosen by a page, so the window decides, not the address. */
export function mayCall(event: Sender, channel: Channel, isPrintPage: (id: number) => boolean): boolean {
  return (
    isTrustedFrame(event.senderFrame) && isPrintPage(event.sender.id) === PRINT_CHANNELS.includes(channel)
  )
}
