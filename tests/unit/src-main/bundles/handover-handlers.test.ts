import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTasks } from '#main/app/tasks.ts'
import { type HandoverDeps, handoverHandlers } from '#main/bundles/handover-handlers.ts'
import { nodeFileSystem } from '#main/files/file-system.ts'
import { FileTokens } from '#main/files/file-tokens.ts'
import { periodOf } from '#shared/indicators/report-period.ts'
import type { Request } from '#shared/ipc/contract.ts'
import { handoverChannels } from '#shared/ipc/handover-channels.ts'
import { err, ok } from '#shared/result.ts'
import { form1 } from '#shared/sheets/form1.ts'
import { builtInPack } from '#tests/support/built-in-pack.ts'
import { body, mustBeOk, preparer, reviewer, signedReport } from '#tests/support/bundle-vectors.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pbz-handover-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const TASK = '00000000-0000-4000-8000-000000000001'
const PDF = new TextEncoder().encode('%PDF')
const NAME = '平江县_2021年三季度_报送材料'

async function desk(toPdf: HandoverDeps['toPdf'] = async () => ok(PDF)) {
  const tokens = new FileTokens(randomBytes)
  const tasks = createTasks(() => undefined)
  const handlers = handoverHandlers({ fs: nodeFileSystem, tokens, tasks, toPdf })
  const { bytes, code } = await signedReport()
  const context = {
    profile: body.unit,
    period: periodOf(2021, 3),
    today: '2021-10-08',
    pack: builtInPack(),
    watermark: null,
    code,
  }
  const request: Request<'bundle:handover'> = {
    token: tokens.issue({ kind: 'bytes', name: 'x.pbz.json', bytes }),
    folder: tokens.issue({ kind: 'folder', path: folder }),
    unitName: '平江县',
    body: JSON.stringify(body),
    sheets: [form1([], context)],
    context,
    supersedes: null,
    task: TASK,
  }
  return { handlers, request, tasks, bytes }
}

test('the folder holds the signed file byte for byte, the forms, the cover and the mail text', async () => {
  const { handlers, request, bytes } = await desk()
  const sent = handoverChannels['bundle:handover'].request.parse(structuredClone(request))
  const done = mustBeOk(await handlers['bundle:handover'](sent))
  expect(handoverChannels['bundle:handover'].reply.parse(done)).toEqual(done)
  expect(readdirSync(join(folder, NAME)).sort()).toEqual(done.files.map(({ name }) => name).sort())
  expect(readFileSync(join(folder, NAME, 'YY-430626_2021Q3_0001.pbz.json'))).toEqual(Buffer.from(bytes))
  expect(done.folder.name).toBe(NAME)
  expect(done.cover.code).toBe(request.context.code)
})

test('a file is still what the records say until one of them changes; reasons of the check list do not count', async () => {
  const { handlers, request } = await desk()
  const { token } = request
  const explained = { subject: 'check:no-activity', computed: null, stated: null, reason: '疫情' }
  const same = [body, { ...body, overrides: [...body.overrides, explained] }]
  const others = [{ ...body, overrides: [] }, { ...body, cutoff: '2021-09-29' }, {}]
  const asked = [...same, ...others]
  const answers = asked.map((now) => handlers['bundle:still-signed']({ token, body: JSON.stringify(now) }))
  expect(await Promise.all(answers)).toEqual([ok(true), ok(true), ok(false), ok(false), ok(false)])
})

test.each(['2021Q5', '../2021Q3', ''])('a period %j never reaches the folder name', async (id) => {
  const { request } = await desk()
  const context = { ...request.context, period: { ...request.context.period, id } }
  expect(handoverChannels['bundle:handover'].request.safeParse({ ...request, context }).success).toBe(false)
})

test('two files of the unit are compared for the 审核人', async () => {
  const { handlers, request } = await desk()
  const { token } = request
  const sent = handoverChannels['bundle:difference'].request.parse({ token, earlier: token })
  expect(await handlers['bundle:difference'](sent)).toEqual(
    ok({ figures: [], records: [], unitChanged: false }),
  )
})

test('nothing is written when the records are no longer what was signed', async () => {
  const { handlers, request } = await desk()
  const [patent] = body.records.patent
  const changed = { ...body, records: { ...body.records, patent: [{ ...patent, grantedOn: '2021-08-18' }] } }
  const answers = await Promise.all(
    [JSON.stringify(changed), '{', ''].map((now) => handlers['bundle:handover']({ ...request, body: now })),
  )
  expect(answers).toEqual(Array.from({ length: 3 }, () => err({ code: 'bundle.records-changed' })))
  expect(readdirSync(folder)).toEqual([])
})

test('取消 while the pages are laid out leaves nothing behind', async () => {
  let tellStarted: () => void = () => undefined
  const started = new Promise<void>((resolve) => {
    tellStarted = resolve
  })
  const { handlers, request, tasks } = await desk((_, signal) => {
    tellStarted()
    return new Promise((resolve) =>
      signal.addEventListener('abort', () => resolve(err({ code: 'task.cancelled' }))),
    )
  })
  const written = handlers['bundle:handover'](request)
  await started
  tasks.cancel(TASK)
  expect(await written).toEqual(err({ code: 'task.cancelled' }))
  expect(readdirSync(folder)).toEqual([])
})

test('a target that has gone is told, and a second run does not overwrite the first', async () => {
  const { handlers, request } = await desk()
  mustBeOk(await handlers['bundle:handover'](request))
  expect(await handlers['bundle:handover'](request)).toEqual(
    err({ code: 'file.already-exists', folder: NAME }),
  )
  rmSync(folder, { recursive: true })
  const gone = await handlers['bundle:handover'](request)
  expect(gone.ok ? null : gone.error.code).toBe('file.not-found')
  expect(existsSync(folder)).toBe(false)
})

test('a signed file says its numbers, reasons, contacts and the keys that travel with it', async () => {
  const { handlers, request } = await desk()
  expect(mustBeOk(await handlers['bundle:contents']({ token: request.token }))).toEqual({
    figures: body.figures,
    overrides: body.overrides,
    contacts: 'omitted',
    signers: [preparer.public.kid, reviewer.public.kid],
  })
})
