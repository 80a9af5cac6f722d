import { expect, test } from 'vitest'
import type { PrintDeps } from '#main/printing/print-handlers.ts'
import { runPrintJob } from '#main/printing/print-job-run.ts'
import { PrintJobs } from '#main/printing/print-jobs.ts'
import { periodOf } from '#shared/indicators/report-period.ts'
import { coverSheet } from '#shared/sheets/cover-sheet.ts'
import { form1 } from '#shared/sheets/form1.ts'
import { builtInPack } from '#tests/support/built-in-pack.ts'
import { FaultyFileSystem } from '#tests/support/faulty-file-system.ts'

const context = {
  profile: { unit: 'YY-430626', fullName: '平江县科技和工业信息化局', preparer: '张示例' },
  pack: builtInPack(),
  period: periodOf(2021, 3),
  today: '2021-10-08',
  watermark: null,
  code: '00001 00002 00003 00004 00005 00006',
}
const handover = {
  fileName: 'YY-430626_2021Q3_0001.pbz.json',
  seq: 1,
  identity: '0'.repeat(64),
  supersedes: null,
  signers: [],
  counts: [],
  files: [],
  contactsIncluded: false,
}
const sheets = [form1([], context), coverSheet(handover, context)]

/** A job file, and a window that answers at once or never. */
function prepared(job: unknown, isInTime = true) {
  const fs = new FaultyFileSystem('/job')
  fs.files.set('/job/job.json', Buffer.from(JSON.stringify(job)))
  const jobs = new PrintJobs()
  const laidOut: unknown[] = []
  const withWindow: PrintDeps['withWindow'] = async (id, _ready, use) => {
    laidOut.push(jobs.sheetsOf(id))
    if (!isInTime) return null
    return use({ pages: 1, pdf: async () => Buffer.from('%PDF'), paper: async () => false })
  }
  const deps = { fs, jobs, newId: () => 'job-1', withWindow }
  return { fs, laidOut, run: () => runPrintJob(deps, '/job/job.json') }
}

test('the forms of the job file are laid out, stamp space and QR included, and the PDF is written', async () => {
  const { fs, laidOut, run } = prepared({ sheets, output: '/job/forms.pdf' })
  expect(await run()).toEqual({ ok: true, value: undefined })
  expect(laidOut).toEqual([JSON.parse(JSON.stringify(sheets))])
  expect(Buffer.from(fs.files.get('/job/forms.pdf') ?? []).toString()).toBe('%PDF')
})

test('a layout that takes too long writes nothing', async () => {
  const { fs, run } = prepared({ sheets, output: '/job/forms.pdf' }, false)
  expect(await run()).toEqual({ ok: false, error: { code: 'print.too-slow' } })
  expect([...fs.files.keys()]).toEqual(['/job/job.json'])
})

test('a job file of another shape is a bug of the caller', async () => {
  const { run } = prepared({ sheets: [{ form: 'form1' }], output: '/job/forms.pdf' })
  await expect(run()).rejects.toThrow()
})
