import { expect, it } from 'vitest'
import { createTasks } from '#main/app/tasks.ts'
import { workbookHandlers } from '#main/spreadsheet/workbook-handlers.ts'
import { FileToken } from '#shared/ipc/channel.ts'
import { contract } from '#shared/ipc/contract.ts'
import { err, ok } from '#shared/result.ts'

const token = FileToken.parse('a'.repeat(32))
const task = '7f0c3f0e-9d0d-4c5e-8f43-0f2a6f1a2b3c'
const workbook = { file: '名单.xlsx', sheets: [] }

/** A reader that reports once and then gives an empty workbook. */
function startReader() {
  let say: (message: unknown) => void = () => {}
  return {
    send: () => {
      say({ kind: 'progress', done: 1, total: 2 })
      say({ kind: 'result', json: JSON.stringify(ok(workbook)) })
    },
    onMessage: (listener: (message: unknown) => void) => {
      say = listener
    },
    onExit: () => {},
    kill: () => {},
  }
}

it('workbook:read gives the workbook behind a token and sends progress', async () => {
  const sent: unknown[] = []
  const tasks = createTasks((event, payload) => sent.push([event, payload]))
  const bytesOf = async () => ok({ name: '名单.xlsx', bytes: new Uint8Array(1) })
  const handlers = workbookHandlers({ tasks, bytesOf, startReader })
  expect(await handlers['workbook:read']({ token, task })).toEqual(ok(workbook))
  expect(sent).toEqual([['task:progress', { task, label: '正在读取 名单.xlsx', done: 1, total: 2 }]])
})

it('workbook:read passes on that a token is stale', async () => {
  const tasks = createTasks(() => {})
  const stale = err({ code: 'file.token-unknown' } as const)
  const handlers = workbookHandlers({ tasks, bytesOf: async () => stale, startReader })
  expect(await handlers['workbook:read']({ token, task })).toEqual(stale)
})

it('the reply must look like a workbook', () => {
  const { reply } = contract['workbook:read']
  expect([reply.safeParse(workbook).success, reply.safeParse({ file: 1 }).success]).toEqual([true, false])
})
