import { expect, test } from 'vitest'
import { createTasks, taskHandlers } from '#main/app/tasks.ts'

const TASK = '3f2b8c1e-5a77-4c1c-9f0e-2d3b4c5d6e7f'

test('a running task reports progress under its id', async () => {
  const sent: unknown[] = []
  const tasks = createTasks((event, payload) => sent.push([event, payload]))
  const result = await tasks.run(TASK, async (_signal, report) => {
    report('读取', 1, 3)
    return 'done'
  })
  expect(result).toBe('done')
  expect(sent).toEqual([['task:progress', { task: TASK, label: '读取', done: 1, total: 3 }]])
})

test('取消 aborts the running task and does nothing to one that has ended', async () => {
  const tasks = createTasks(() => undefined)
  const handlers = taskHandlers(tasks)
  const wasAborted = await tasks.run(TASK, async (signal) => {
    expect(await handlers['task:cancel']({ task: TASK })).toEqual({ ok: true, value: null })
    return signal.aborted
  })
  expect(wasAborted).toBe(true)
  expect(await handlers['task:cancel']({ task: TASK })).toEqual({ ok: true, value: null })
})
