import { expect, test } from 'vitest'
import { paperCode } from '#renderer/use-cases/print-code.ts'
import { ReportBody } from '#shared/bundle/report-body.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import { periodOf } from '#shared/indicators/report-period.ts'
import type { OutboxEntry } from '#shared/ipc/bundle-channels.ts'
import { FileToken } from '#shared/ipc/channel.ts'
import type { Desktop, Request } from '#shared/ipc/contract.ts'
import { PROFILE_ID } from '#shared/records/profile.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { builtInPack } from '#tests/support/built-in-pack.ts'
import { plainRecords } from '#tests/support/plain-records.ts'

const identity = 'a'.repeat(64)
const code = '12345 67890 12345 67890 12345 67890'
const fileName = 'YY-430626_2021Q3_0001.pbz.json'
const submission = { id: 's1', period: '2021Q3', seq: 1, identity, code, fileName, signedOn: '2021-10-08' }
const entry: OutboxEntry = {
  token: FileToken.parse('t'.repeat(20)),
  identity,
  code,
  name: fileName,
  bytes: 100,
  period: '2021Q3',
  seq: 1,
  createdAt: '2021-10-08T01:00:00.000Z',
  signatures: 1,
}

function check(state: '定稿' | '已报送' | '已撤回', answers: Partial<Answers> = {}) {
  const given: Answers = { outbox: [entry], same: ok(true), ...answers }
  const asked: Request<'bundle:still-signed'>[] = []
  const call = async (channel: string, request: unknown) => {
    if (channel === 'bundle:outbox') return ok(given.outbox)
    if (channel === 'bundle:contents') return ok({ contacts: 'included' })
    asked.push(request as Request<'bundle:still-signed'>)
    return given.same
  }
  const records = plainRecords({
    profile: [{ id: PROFILE_ID, unit: 'YY-430626', fullName: '平江县科工局', preparer: '李某' }],
    submission: [{ ...submission, state }],
  })
  const desktop = { call } as unknown as Pick<Desktop, 'call'>
  const deps = { desktop, workspace: { records, station: 'station-1' }, pack: builtInPack() }
  return paperCode(deps, periodOf(2021, 3)).then((found) => ({ found, asked }))
}

interface Answers {
  readonly outbox: readonly OutboxEntry[]
  readonly same: Result<boolean, AppError>
}

test('paper carries the code while the report is what was signed, also after 报送登记', async () => {
  const { found, asked } = await check('定稿')
  expect(found).toEqual(ok({ kind: 'bound', fileName, code, signedOn: '2021-10-08' }))
  expect(ReportBody.parse(JSON.parse(asked[0]?.body ?? ''))).toMatchObject({
    period: '2021Q3',
    contacts: 'included',
  })
  expect((await check('已报送')).found).toMatchObject({ value: { kind: 'bound' } })
})

test('paper carries no code once the data has changed, the file is gone or was withdrawn', async () => {
  expect((await check('定稿', { same: ok(false) })).found).toEqual(ok({ kind: 'changed', fileName }))
  expect((await check('定稿', { outbox: [] })).found).toEqual(ok({ kind: 'missing', fileName }))
  expect((await check('已撤回')).found).toEqual(ok({ kind: 'unsigned' }))
  const broken = err({ code: 'bundle.not-strict' } as unknown as AppError)
  expect((await check('定稿', { same: broken })).found).toEqual(broken)
})
