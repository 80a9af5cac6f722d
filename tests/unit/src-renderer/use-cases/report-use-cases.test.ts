import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { explainFindings } from '#renderer/use-cases/report-explain.ts'
import { registerDelivery } from '#renderer/use-cases/report-register.ts'
import { comparedReport, nextReportPlace, standingReport } from '#renderer/use-cases/report-standing.ts'
import { withdrawReport } from '#renderer/use-cases/report-withdraw.ts'
import { signReport } from '#renderer/use-cases/sign-report.ts'
import { createMemoryWorkspace } from '#renderer/workspace/memory-workspace.ts'
import { ReportHeading } from '#shared/bundle/compose.ts'
import { ReportBody } from '#shared/bundle/report-body.ts'
import { createRecord } from '#shared/edits/operations.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import { computeIndicators } from '#shared/indicators/compute-indicators.ts'
import { periodOf } from '#shared/indicators/report-period.ts'
import type { OutboxEntry } from '#shared/ipc/bundle-channels.ts'
import { FileToken } from '#shared/ipc/channel.ts'
import type { Desktop, Request } from '#shared/ipc/contract.ts'
import { PROFILE_ID } from '#shared/records/profile.ts'
import { type Reasons, reasonsOf } from '#shared/report/report-notes.ts'
import { err, ok } from '#shared/result.ts'
import { builtInPack } from '#tests/support/built-in-pack.ts'

const pack = builtInPack()
const period = periodOf(2021, 3)
const identities = ['a', 'b', 'c'].map((digit) => digit.repeat(64))

async function desk(refusal: AppError | null = null) {
  const workspace = createMemoryWorkspace({
    newId: randomUUID,
    now: () => new Date('2021-10-08T01:00:00Z'),
    author: () => '李某',
  })
  await workspace.commit({
    ops: [
      createRecord('profile', PROFILE_ID, { unit: 'YY-430626', fullName: '平江县科工局', preparer: '李某' }),
    ],
    why: { kind: 'typed' },
    title: '首次设置',
  })
  const outbox: OutboxEntry[] = []
  const sent: Request<'bundle:sign'>[] = []
  const call = async (channel: string, request: unknown) => {
    if (channel === 'bundle:outbox') return ok([...outbox])
    if (channel !== 'bundle:sign') throw new Error(`unexpected ${channel}`)
    const asked = request as Request<'bundle:sign'>
    sent.push(asked)
    if (refusal !== null) return err(refusal)
    const { seq } = asked.heading
    const name = `YY-430626_2021Q3_000${seq}.pbz.json`
    const file = {
      token: FileToken.parse('t'.repeat(20)),
      identity: identities[seq - 1] ?? '',
      code: '12345 67890 12345 67890 12345 67890',
      name,
      bytes: 100,
    }
    outbox.push({ ...file, period: '2021Q3', seq, createdAt: '2021-10-08T01:00:00.000Z', signatures: 1 })
    return ok(file)
  }
  const desktop = { call } as unknown as Pick<Desktop, 'call'>
  const sign = () =>
    signReport(
      { desktop, workspace, pack, newId: () => `s${sent.length}` },
      {
        period,
        results: computeIndicators(workspace.records, pack, period, {}),
        contacts: 'omitted',
        overrides: [
          { subject: 'check:no-activity', computed: '表5是空表', stated: null, reason: '本季没有活动' },
        ],
        signer: { kid: 'k'.repeat(43), passphrase: '岳阳楼记先天下之忧而忧' },
        today: '2021-10-08',
      },
    )
  return { workspace, outbox, sent, sign }
}

describe('定稿签名', () => {
  it('signs a body and heading the main process accepts, and enters the 报送批次', async () => {
    const { workspace, sent, sign } = await desk()
    expect((await sign()).ok).toBe(true)
    expect(workspace.records.of('submission')).toEqual([
      {
        id: 's1',
        period: '2021Q3',
        seq: 1,
        identity: identities[0],
        code: '12345 67890 12345 67890 12345 67890',
        fileName: 'YY-430626_2021Q3_0001.pbz.json',
        state: '定稿',
        signedOn: '2021-10-08',
      },
    ])
    const [asked] = sent
    expect(ReportHeading.parse(asked?.heading)).toMatchObject({
      seq: 1,
      previous: null,
      supersedes: null,
      void: [],
    })
    expect(ReportBody.parse(JSON.parse(asked?.body ?? '')).overrides.map(({ reason }) => reason)).toEqual([
      '本季没有活动',
    ])
  })

  it('enters nothing when the passphrase is wrong', async () => {
    const { workspace, sign } = await desk({ code: 'key.wrong-passphrase' })
    expect(await sign()).toEqual({ ok: false, error: { code: 'key.wrong-passphrase' } })
    expect(workspace.records.of('submission')).toEqual([])
  })
})

describe('说明原因', () => {
  it('keeps one note for each line of the check list, and takes an emptied reason back', async () => {
    const { workspace } = await desk()
    const deps = { workspace, newId: randomUUID }
    const explain = (reasons: Reasons) => explainFindings(deps, '2021Q3', () => reasons)
    await explain({ 'no-activity': ' 疫情 ', unverified: '待市局核对' })
    await explain({ 'no-activity': '疫情期间未开展' })
    await explain({ unverified: ' ' })
    const notes = workspace.records.of('reportNote')
    expect(notes.map(({ period, subject, reason }) => [period, subject, reason])).toEqual([
      ['2021Q3', 'no-activity', '疫情期间未开展'],
      ['2021Q3', 'unverified', undefined],
    ])
    expect(workspace.canUndo()?.title).toBe('填写报送说明')
    await workspace.undo()
    expect(reasonsOf(workspace.records.of('reportNote'), '2021Q3').unverified).toBe('待市局核对')
  })
})

describe('说明原因 sent at once', () => {
  it('makes one note for a line, and fills only the lines still without a reason', async () => {
    const { workspace } = await desk()
    const deps = { workspace, newId: randomUUID }
    const sent = ['疫情', '疫情期间未开展'].map((reason) =>
      explainFindings(deps, '2021Q3', () => ({ 'no-activity': reason })),
    )
    const rest = explainFindings(deps, '2021Q3', (stored) =>
      Object.fromEntries(
        ['no-activity', 'unverified'].filter((key) => stored[key] === undefined).map((key) => [key, '同上']),
      ),
    )
    await Promise.all([...sent, rest])
    const notes = workspace.records.of('reportNote')
    expect(notes).toHaveLength(2)
    expect(reasonsOf(notes, '2021Q3')).toEqual({ 'no-activity': '疫情期间未开展', unverified: '同上' })
    expect((await explainFindings(deps, '2021Q3', () => ({}))).ok).toBe(true)
  })
})

describe('the chain of reports', () => {
  it('names the withdrawn draft as void and the sent report as superseded', async () => {
    const { workspace, sent, sign } = await desk()
    await sign()
    await withdrawReport(workspace, only(workspace.records.of('submission')))
    await sign()
    const second = standingReport(workspace.records.of('submission'), '2021Q3')
    await registerDelivery(workspace, second ?? never(), {
      method: 'U盘',
      sentOn: '2021-10-09',
      receiver: ' 张某 ',
    })
    await sign()
    const places = sent.map(({ heading: { seq, previous, supersedes, void: voided } }) => ({
      seq,
      previous,
      supersedes,
      voided: voided.map((file) => file.seq),
    }))
    expect(places).toEqual([
      { seq: 1, previous: null, supersedes: null, voided: [] },
      { seq: 2, previous: null, supersedes: null, voided: [1] },
      { seq: 3, previous: identities[1], supersedes: identities[1], voided: [] },
    ])
    const states = workspace.records.of('submission').map(({ state, receiver }) => [state, receiver])
    expect(states).toEqual([
      ['已撤回', undefined],
      ['已报送', '张某'],
      ['定稿', undefined],
    ])
  })

  it('compares with the file replaced, else with the withdrawn 定稿, else with the last one', () => {
    const row = (seq: number, period: string, state: '已报送' | '已撤回') => {
      return { id: `s${seq}`, seq, identity: String(seq), period, state } as const
    }
    const rows = [row(1, '2021Q2', '已报送'), row(2, '2021Q3', '已撤回'), row(3, '2021Q3', '已报送')]
    const compared = (seq: number, supersedes?: string) => {
      const found = comparedReport(rows, {
        ...row(seq, '2021Q3', '已报送'),
        ...(supersedes === undefined ? {} : { supersedes }),
      })
      return found === null ? null : [found.submission.seq, found.relation]
    }
    expect(compared(4, '3')).toEqual([3, '被替代的文件'])
    expect(compared(3)).toEqual([2, '已撤回的定稿'])
    expect(compared(2)).toEqual([1, '上一份文件'])
    expect(compared(1)).toBeNull()
  })

  it('never uses a number twice, even when the edit that entered it was taken back', async () => {
    const { workspace, sent, sign } = await desk()
    await sign()
    await workspace.undo()
    await sign()
    expect(sent.map(({ heading }) => [heading.seq, heading.void])).toEqual([
      [1, []],
      [2, [{ seq: 1, identity: identities[0] }]],
    ])
  })

  it('does not count files of another unit that were countersigned here', async () => {
    const { outbox, sign } = await desk()
    await sign()
    const [own] = outbox
    const foreign = {
      ...(own ?? never()),
      name: 'YY-430602_2021Q3_0009.pbz.json',
      seq: 9,
      identity: identities[2] ?? '',
    }
    expect(nextReportPlace([], [foreign], 'YY-430626', '2021Q3').seq).toBe(1)
  })
})

function only<T>(items: readonly T[]): T {
  const [item] = items
  return items.length === 1 && item !== undefined ? item : never()
}

function never(): never {
  throw new Error('not there')
}
