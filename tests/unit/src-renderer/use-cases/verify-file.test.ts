import { expect, test } from 'vitest'
import { receiveFile } from '#renderer/use-cases/verify-file.ts'
import { err } from '#shared/result.ts'

test('a file that is gone when it is read is told by its name', async () => {
  const file = {
    name: '报送.pbz.json',
    arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')),
  }
  const call = () => {
    throw new Error('nothing to hand over')
  }
  expect(await receiveFile({ call }, file)).toEqual(
    err({ code: 'file.not-found', fileName: '报送.pbz.json' }),
  )
})
