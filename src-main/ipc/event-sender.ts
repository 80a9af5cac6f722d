import { type EventName, type EventPayload, events } from '#shared/ipc/events.ts'

/** Sends an event to the window; nothing happens when there is none. */
export type SendEvent = <E extends EventName>(event: E, payload: EventPayload<E>) => void

interface EventTarget {
  isDestroyed(): boolean
  send(channel: string, payload: unknown): void
}

/** Checks every payload against the contract before it leaves the main process. */
export function eventSender(target: () => EventTarget | null): SendEvent {
  return (event, payload) => {
    const page = target()
    if (page === null || page.isDestroyed()) return
    page.send(event, events[event].parse(payload))
  }
}
