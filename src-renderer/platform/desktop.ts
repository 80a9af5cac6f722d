import type { Desktop } from '#shared/ipc/contract.ts'

declare global {
  interface Window {
    /** Exposed by the preload; the renderer's only way out. */
    readonly desktop: Desktop
  }
}

/** The one door to the main process. */
export const desktop: Desktop = {
  call: (channel, request) => window.desktop.call(channel, request),
  on: (event, listener) => window.desktop.on(event, listener),
}
