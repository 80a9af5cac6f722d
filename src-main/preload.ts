import { contextBridge, ipcRenderer } from 'electron'
import type { Channel, Desktop } from '#shared/ipc/contract.ts'
import type { EventName } from '#shared/ipc/events.ts'

/** Names of the contract, written in by the build: the sandboxed preload carries no schema library. */
declare const CHANNEL_NAMES: readonly Channel[]
declare const EVENT_NAMES: readonly EventName[]

const listenerCounts = new Map<EventName, number>()

function count(event: EventName, change: 1 | -1): void {
  const before = listenerCounts.get(event) ?? 0
  listenerCounts.set(event, before + change)
  if (before === 0 || before + change === 0) {
    void ipcRenderer.invoke('events:listening', { event, listening: change === 1 })
  }
}

const desktop: Desktop = {
  call: (channel, request) =>
    CHANNEL_NAMES.includes(channel)
      ? ipcRenderer.invoke(channel, request)
      : Promise.reject(new Error('Unknown channel')),
  on: (event, listener) => {
    if (!EVENT_NAMES.includes(event)) throw new Error('Unknown event')
    const forward = (_event: unknown, payload: unknown) => listener(payload as never)
    ipcRenderer.on(event, forward)
    count(event, 1)
    let isListening = true
    return () => {
      if (!isListening) return
      isListening = false
      ipcRenderer.removeListener(event, forward)
      count(event, -1)
    }
  },
}

contextBridge.exposeInMainWorld('desktop', desktop)
