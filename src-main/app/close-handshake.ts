import type { Handlers } from '#shared/ipc/contract.ts'
import type { EventName } from '#shared/ipc/events.ts'
import { ok } from '#shared/result.ts'

/** A page that says nothing for this long is taken for hung, and the window may close. */
export const ANSWER_WITHIN_MS = 5_000

export interface CloseHandshakeDeps {
  readonly askPage: () => void
  readonly closeNow: () => void
  /** Returns a function that stops the timer. */
  readonly after: (ms: number, run: () => void) => () => void
}

export interface CloseHandshake {
  /** Called in place of the window's `close`, which waits for `closeNow`: a page that listens is asked first. */
  closeAsked(): void
  /** The page was reloaded or crashed: nobody listens any more. */
  pageGone(): void
  readonly handlers: Pick<Handlers, 'events:listening' | 'window:close-ready' | 'window:close-held'>
}

/** Lets the page save what is typed before the window closes; never lets a hung page keep it open. */
export function createCloseHandshake(deps: CloseHandshakeDeps): CloseHandshake {
  const listening = new Set<EventName>()
  let stopTimer: (() => void) | null = null
  let isAsked = false
  const settle = () => {
    stopTimer?.()
    stopTimer = null
  }
  const close = () => {
    settle()
    listening.clear()
    isAsked = false
    deps.closeNow()
  }
  return {
    closeAsked: () => {
      // No page yet, or none any more: what the program does at its end is done all the same.
      if (!listening.has('window:close-requested')) close()
      else if (stopTimer === null) {
        isAsked = true
        stopTimer = deps.after(ANSWER_WITHIN_MS, close)
        deps.askPage()
      }
    },
    pageGone: () => {
      settle()
      listening.clear()
      isAsked = false
    },
    handlers: {
      'events:listening': async (request) => {
        if (request.listening) listening.add(request.event)
        else listening.delete(request.event)
        return ok(null)
      },
      'window:close-ready': async () => {
        // An answer nobody asked for must not close the window.
        if (isAsked) close()
        return ok(null)
      },
      'window:close-held': async () => {
        settle()
        return ok(null)
      },
    },
  }
}
