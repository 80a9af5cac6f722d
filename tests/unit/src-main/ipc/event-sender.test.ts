import { expect, test } from 'vitest'
import { eventSender } from '#main/ipc/event-sender.ts'

const TASK = '3f2b8c1e-5a77-4c1c-9f0e-2d3b4c5d6e7f'

function page(isDestroyed: boolean) {
  const sent: unknown[] = []
  const send = (channel: string, payload: unknown) => sent.push([channel, payload])
  return { sent, target: { isDestroyed: () => isDestroyed, send } }
}

test('an event reaches the page under its name', () => {
  const { sent, target } = page(false)
  const payload = { task: TASK, label: '读取', done: 1, total: null }
  eventSender(() => target)('task:progress', payload)
  expect(sent).toEqual([['task:progress', payload]])
})

test('a payload with members the contract does not name never leaves the main process', () => {
  const { sent, target } = page(false)
  const payload = { task: TASK, label: '读取', done: 1, total: 2, path: '/home/clerk' }
  expect(() => eventSender(() => target)('task:progress', payload)).toThrow()
  expect(sent).toEqual([])
})

test('without a living page nothing is sent', () => {
  const { sent, target } = page(true)
  eventSender(() => target)('window:close-requested', null)
  eventSender(() => null)('window:close-requested', null)
  expect(sent).toEqual([])
})
