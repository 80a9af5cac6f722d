import type { Page } from '@playwright/test'
import type { Channel, Desktop, Reply, Request } from '#shared/ipc/contract.ts'

/** Asks the running program through the bridge of its page, as the window does. */
export function call<C extends Channel>(page: Page, channel: C, request: Request<C>): Promise<Reply<C>> {
  return page.evaluate(
    ([name, asked]) =>
      (window as unknown as { readonly desktop: Desktop }).desktop.call(name as C, asked as Request<C>),
    [channel, request] as const,
  )
}
