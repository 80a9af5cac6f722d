import { expect, test } from 'vitest'
import { mergeHandlers } from '#main/ipc/merge-handlers.ts'
import { contract, type Handlers } from '#shared/ipc/contract.ts'

const all = () =>
  Object.fromEntries(
    Object.keys(contract).map((channel) => [channel, () => undefined]),
  ) as unknown as Handlers

test('areas that cover the contract exactly are joined', () => {
  const handlers = all()
  const { 'system:about': about, ...others } = handlers
  expect(mergeHandlers([others, { 'system:about': about }])).toEqual(handlers)
})

test('a channel without a handler stops the program', () => {
  const { 'system:about': _about, ...others } = all()
  expect(() => mergeHandlers([others])).toThrow('No handler for system:about')
})

test('a channel with two handlers stops the program', () => {
  const handlers = all()
  const again = { 'system:about': handlers['system:about'] }
  expect(() => mergeHandlers([handlers, again])).toThrow('Two handlers for system:about')
})

test('a handler the contract does not name stops the program', () => {
  const stray: object = { 'debug:eval': () => undefined }
  expect(() => mergeHandlers([all(), stray])).toThrow('Handler for debug:eval')
})
