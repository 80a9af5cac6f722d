import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { allowClosedPipe } from '#main/cli/closed-pipe.ts'

const failing = (code: string) => {
  const stream = new Writable()
  allowClosedPipe(stream)
  return () => stream.emit('error', Object.assign(new Error(code), { code }))
}

test('a reader that went away is no failure, a full disk is one', () => {
  expect(failing('EPIPE')).not.toThrow()
  expect(failing('ENOSPC')).toThrow('ENOSPC')
})
