import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { createTasks } from '#main/app/tasks.ts'
import { type PrintDeps, printHandlers } from '#main/printing/print-handlers.ts'
import { PrintJobs } from '#main/printing/print-jobs.ts'
import { FileToken } from '#shared/ipc/channel.ts'
import type { EventPayload } from '#shared/ipc/events.ts'
import { err, ok } from '#shared/result.ts'

const TASK = '00000000-0000-4000-8000-000000000001'
const TOKEN = FileToken.parse('t'.repeat(20))
const unused = () => {
  throw new Error('not called')
}

/** A print window that answers once `laidOut` does; `closed` counts windows that were closed again. */
function desk() {
  const jobs = new PrintJobs()
  const progress: EventPayload<'task:progress'>[] = []
  const opened: string[] = []
  let closed = 0
  const withWindow: PrintDeps['withWindow'] = async (job, laidOut, use) => {
    opened.push(job)
    const pages = await laidOut
    const result =
      pages === null
        ? null
        : await use({ pages, pdf: async () => new Uint8Array(3), paper: async () => true })
    closed += 1
    return result
  }
  const tasks = createTasks((_, payload) => progress.push(payload as EventPayload<'task:progress'>))
  const handlers = printHandlers({
    jobs,
    newId: randomUUID,
    tasks,
    withWindow,
    toXlsx: unused,
    keep: (name, bytes) => ({ token: TOKEN, name, size: bytes.length }),
    save: unused,
  })
  return { handlers, jobs, tasks, progress, opened, closed: () => closed }
}

test('a PDF is made once the window reports its pages, and the job is forgotten', async () => {
  const { handlers, jobs, progress, opened } = desk()
  const made = handlers['print:pdf']({ sheets: [], name: '表1.pdf', task: TASK })
  const [job = ''] = opened
  expect(jobs.sheetsOf(job)).toEqual([])
  await handlers['print:ready']({ job, pages: 7 })
  expect(await made).toEqual(ok({ file: { token: TOKEN, name: '表1.pdf', size: 3 }, pages: 7 }))
  expect(jobs.sheetsOf(job)).toBeUndefined()
  expect(progress.map(({ label, total }) => [label, total])).toEqual([
    ['正在排版', null],
    ['正在生成 PDF', 7],
  ])
})

test('取消 answers at once and closes the window', async () => {
  const { handlers, tasks, closed } = desk()
  const made = handlers['print:pdf']({ sheets: [], name: '表1.pdf', task: TASK })
  tasks.cancel(TASK)
  expect(await made).toEqual(err({ code: 'task.cancelled' }))
  await Promise.resolve()
  expect(closed()).toBe(1)
})

test('printing tells whether the system dialog was confirmed', async () => {
  const { handlers, opened } = desk()
  const printed = handlers['print:paper']({ sheets: [] })
  await handlers['print:ready']({ job: opened[0] ?? '', pages: 1 })
  expect(await printed).toEqual(ok(true))
})
