import { expect, it } from 'vitest'
import {
  continueChain,
  mayNeverHaveReported,
  unknownSent,
} from '#renderer/use-cases/backup-continue-chain.ts'
import { nextReportPlace } from '#renderer/use-cases/report-standing.ts'
import { createRecord } from '#shared/edits/operations.ts'
import type { OutboxEntry } from '#shared/ipc/bundle-channels.ts'
import { FileToken } from '#shared/ipc/channel.ts'
import type { Desktop } from '#shared/ipc/contract.ts'
import { PROFILE_ID } from '#shared/records/profile.ts'
import { ok } from '#shared/result.ts'
import { value } from '../../src-main/journal/journal-fixture.ts'
import { DeskPc } from '../workspace/desktop-fixture.ts'

const token = FileToken.parse('a'.repeat(32))
const sent = (seq: number, digit: string): OutboxEntry => ({
  token,
  identity: digit.repeat(64),
  code: '1',
  name: `YY-430626_2021Q${seq}_000${seq}.pbz.json`,
  bytes: 9,
  period: `2021Q${seq}`,
  seq,
  createdAt: '2021-10-08T01:00:00Z',
  signatures: 1,
})

async function restoredDesk(outbox: readonly OutboxEntry[]) {
  const workspace = await new DeskPc().started()
  const ops = [
    createRecord('profile', PROFILE_ID, { unit: 'YY-430626' }),
    createRecord('submission', 's1', { period: '2021Q1', seq: 1, identity: '1'.repeat(64), state: '已报送' }),
  ]
  value(await workspace.commit({ ops, why: { kind: 'typed' }, title: '报送' }))
  const calls: string[] = []
  const last = outbox.at(-1)
  const call = async (channel: string) => {
    calls.push(channel)
    if (channel === 'backup:last-sent') {
      const { signatures: _signatures, ...file } = last ?? sent(1, '1')
      return ok({ ...file, station: 'a1b2c3d4e5f6', supersedes: null })
    }
    return ok(channel === 'bundle:outbox' ? outbox : null)
  }
  return { workspace, desktop: { call } as unknown as Pick<Desktop, 'call'>, calls }
}

it('a file sent after the backup is entered, and the next one follows it', async () => {
  const outbox = [sent(1, '1'), sent(2, '2')]
  const { workspace, desktop, calls } = await restoredDesk(outbox)
  const before = nextReportPlace(workspace.records.of('submission'), outbox, 'YY-430626', '2021Q3')
  expect(before.void.map(({ seq }) => seq)).toEqual([2])
  const done = value(await continueChain({ desktop, workspace, newId: () => 's2' }, token))
  expect(done).toEqual({
    fileName: 'YY-430626_2021Q2_0002.pbz.json',
    next: 3,
    words: '接替 A1B2C3D4 站，自第 3 号',
  })
  const next = nextReportPlace(workspace.records.of('submission'), outbox, 'YY-430626', '2021Q3')
  expect(next).toEqual({ seq: 3, previous: '2'.repeat(64), supersedes: null, void: [] })
  expect(workspace.records.get('submission', 's2')).toMatchObject({ state: '已报送', signedOn: '2021-10-08' })
  expect(workspace.log()[0]).toMatchObject({ title: '接替 A1B2C3D4 站：登记已报送的第 2 号' })
  expect(calls).toContain('backup:settle-chain')
})

it('the last file is one that is registered already: nothing is entered twice', async () => {
  const outbox = [sent(1, '1')]
  const { workspace, desktop } = await restoredDesk(outbox)
  const done = value(await continueChain({ desktop, workspace, newId: () => 's2' }, token))
  expect(done.next).toBe(2)
  expect(workspace.records.of('submission')).toHaveLength(1)
})

it('what lies in the 发件箱 unregistered is proposed, newest first', async () => {
  const { workspace } = await restoredDesk([])
  const outbox = [sent(1, '1'), sent(2, '2'), sent(3, '3')]
  const found = unknownSent(workspace.records.of('submission'), outbox, 'YY-430626')
  expect(found.map(({ seq }) => seq)).toEqual([3, 2])
})

it('从未报送过 is only offered where neither 报送登记 nor the 发件箱 knows a report', async () => {
  const { workspace } = await restoredDesk([])
  const submissions = workspace.records.of('submission')
  expect(mayNeverHaveReported([], [], 'YY-430626')).toBe(true)
  expect(mayNeverHaveReported([], [sent(1, '1')], 'YY-430626')).toBe(false)
  expect(mayNeverHaveReported(submissions, [], 'YY-430626')).toBe(false)
})
