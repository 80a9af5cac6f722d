import { beforeEach, expect, test, vi } from 'vitest'
import { contract, type Desktop } from '#shared/ipc/contract.ts'
import { events } from '#shared/ipc/events.ts'

type Listener = (event: unknown, payload: unknown) => void

const electron = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  invoked: [] as unknown[][],
  listeners: [] as [string, (event: unknown, payload: unknown) => void][],
}))

vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (key: string, api: unknown) => electron.exposed.set(key, api) },
  ipcRenderer: {
    invoke: async (...args: unknown[]) => {
      electron.invoked.push(args)
      return { ok: true, value: null }
    },
    on: (channel: string, listener: Listener) => electron.listeners.push([channel, listener]),
    removeListener: (channel: string, listener: Listener) => {
      const at = electron.listeners.findIndex(([c, l]) => c === channel && l === listener)
      if (at >= 0) electron.listeners.splice(at, 1)
    },
  },
}))

vi.stubGlobal('CHANNEL_NAMES', Object.keys(contract))
vi.stubGlobal('EVENT_NAMES', Object.keys(events))

let desktop: Desktop

beforeEach(async () => {
  vi.resetModules()
  electron.exposed.clear()
  electron.invoked.length = 0
  electron.listeners.length = 0
  await import('#main/preload.ts')
  desktop = electron.exposed.get('desktop') as Desktop
})

test('the page gets call and on, and nothing else', () => {
  expect([...electron.exposed.keys()]).toEqual(['desktop'])
  expect(Object.keys(desktop)).toEqual(['call', 'on'])
})

test('a channel of the contract is called with its request', async () => {
  await desktop.call('system:about', null)
  expect(electron.invoked).toEqual([['system:about', null]])
})

test('a channel or event the contract does not name goes nowhere', async () => {
  await expect(desktop.call('debug:eval' as never, null as never)).rejects.toThrow('Unknown channel')
  expect(() => desktop.on('debug:event' as never, () => undefined)).toThrow('Unknown event')
  expect([electron.invoked, electron.listeners]).toEqual([[], []])
})

test('a listener gets the payload only, never the event with its powers', () => {
  const received: unknown[][] = []
  desktop.on('window:close-requested', (...args: unknown[]) => received.push(args))
  electron.listeners[0]?.[1]({ sender: 'powers' }, null)
  expect(received).toEqual([[null]])
})

test('the main process hears when the first listener comes and the last one goes', () => {
  const stopFirst = desktop.on('window:close-requested', () => undefined)
  const stopSecond = desktop.on('window:close-requested', () => undefined)
  stopFirst()
  stopFirst()
  expect(electron.invoked).toEqual([
    ['events:listening', { event: 'window:close-requested', listening: true }],
  ])
  stopSecond()
  expect(electron.invoked.at(-1)).toEqual([
    'events:listening',
    { event: 'window:close-requested', listening: false },
  ])
  expect(electron.listeners).toEqual([])
})
