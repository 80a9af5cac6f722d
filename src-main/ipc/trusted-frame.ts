/** The part of Electron's WebFrameMain that is used. */
export interface SenderFrame {
  readonly url: string
  readonly parent: unknown
}

/** Only our own page, in the top frame of its window, may speak to the main process. */
export function isTrustedFrame(frame: SenderFrame | null): boolean {
  if (frame === null || (frame.parent ?? null) !== null || !URL.canParse(frame.url)) return false
  const url = new URL(frame.url)
  return url.protocol === 'app:' && url.host === 'bundle' && url.username === '' && url.password === ''
}
