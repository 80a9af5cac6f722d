import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { acceptAndMerge } from '#renderer/use-cases/exchange-accept.ts'
import { exchangeRound } from '#renderer/use-cases/exchange-round.ts'
import { createMemoryWorkspace } from '#renderer/workspace/memory-workspace.ts'
import type { Edit } from '#shared/edits/edit.ts'
import { createRecord, setFields } from '#shared/edits/operations.ts'
import type { Desktop } from '#shared/ipc/contract.ts'
import { BatchToken } from '#shared/ipc/exchange-channels.ts'
import { err, ok } from '#shared/result.ts'

const UNIT = 'YY-430626'
const typed = { kind: 'typed' } as const

function fromElsewhere(product: string): Edit {
  return {
    id: { station: 'station-two', n: 1 },
    prev: null,
    commit: randomUUID(),
    seen: { 'memory-1': 1 },
    at: '2021-10-08T01:00:00.000Z',
    by: '王某',
    why: typed,
    title: '修改',
    ops: [setFields('enterprise', 'a', { product })],
  }
}

/** A main process with one batch to give, then none. */
function desktopWith(batches: BatchToken[], calls: string[], noted: unknown[] = []): Pick<Desktop, 'call'> {
  const call = async (channel: string, request: unknown) => {
    calls.push(channel)
    if (channel === 'exchange:note') noted.push(request)
    const batch = channel === 'exchange:next' ? batches.shift() : undefined
    if (channel === 'exchange:next')
      return ok(batch === undefined ? null : { batch, kid: 'kid', name: '二号机' })
    return ok({ pcs: [] })
  }
  return { call: call as unknown as Desktop['call'] }
}

async function workspaceWith(edit: Edit) {
  const authorship = {
    newId: randomUUID,
    now: () => new Date('2021-10-08T01:00:00.000Z'),
    author: () => '李某',
  }
  const workspace = createMemoryWorkspace(authorship, 'memory-1', () => [edit])
  const ops = [createRecord('enterprise', 'a', { name: '甲', product: '轴承' })]
  await workspace.commit({ ops, why: typed, title: '新增' })
  await workspace.commit({
    ops: [setFields('enterprise', 'a', { product: '齿轮' })],
    why: typed,
    title: '修改',
  })
  return workspace
}

test('a round writes, takes up what comes by itself, notes the 待核对 and tells it', async () => {
  const workspace = await workspaceWith(fromElsewhere('轴瓦'))
  const batch = BatchToken.parse(randomUUID())
  const calls: string[] = []
  const noted: unknown[] = []
  const done = await exchangeRound(desktopWith([batch], calls, noted), workspace, UNIT)
  expect(done).toMatchObject({
    ok: true,
    value: { merged: [{ kid: 'kid', name: '二号机', edits: 1, conflicts: 1 }], failure: null },
  })
  expect(noted).toEqual([{ batch, conflicts: 1 }])
  expect(calls).toEqual([
    'exchange:sync',
    'exchange:next',
    'exchange:note',
    'exchange:next',
    'exchange:status',
  ])
  expect(workspace.conflicts()).toHaveLength(1)
})

test('a round without anything new asks once and says nothing', async () => {
  const calls: string[] = []
  const workspace = await workspaceWith(fromElsewhere('轴瓦'))
  const done = await exchangeRound(desktopWith([], calls), workspace, UNIT)
  expect(done).toMatchObject({ ok: true, value: { merged: [], failure: null } })
  expect(calls).toEqual(['exchange:sync', 'exchange:next'])
})

test('a journal that cannot be written stops the round with its sentence; what was merged before stands', async () => {
  const first = BatchToken.parse(randomUUID())
  const second = BatchToken.parse(randomUUID())
  const calls: string[] = []
  const takeUp = async (batch: BatchToken) =>
    batch === first
      ? ok({ taken: [{ station: 'station-two', n: 1 }], conflicts: 0, left: [] })
      : err({ code: 'journal.disk-full' as const, folder: '台账' })
  const done = await exchangeRound(desktopWith([first, second], calls), { takeUp }, UNIT)
  expect(done).toMatchObject({
    ok: true,
    value: { merged: [{ edits: 1 }], failure: { code: 'journal.disk-full' } },
  })
})

test('edits of one PC that cannot be taken up do not keep those of the others waiting', async () => {
  const [bad, good] = [BatchToken.parse(randomUUID()), BatchToken.parse(randomUUID())]
  const takeUp = async (batch: BatchToken) =>
    batch === bad
      ? err({ code: 'edit.newer' as const })
      : ok({ taken: [{ station: 'station-two', n: 1 }], conflicts: 0, left: [] })
  const done = await exchangeRound(desktopWith([bad, good], []), { takeUp }, UNIT)
  expect(done).toMatchObject({ ok: true, value: { merged: [{ edits: 1 }], failure: null } })
})

test('接收并合并: first the PC is accepted, then its batch is taken up', async () => {
  const calls: string[] = []
  const workspace = await workspaceWith(fromElsewhere('轴承'))
  const batch = BatchToken.parse(randomUUID())
  const done = await acceptAndMerge(desktopWith([], calls), workspace, {
    unit: UNIT,
    kid: 'k'.repeat(43),
    batch,
  })
  expect(done).toEqual({ ok: true, value: { edits: 1, conflicts: 1 } })
  expect(calls).toEqual(['exchange:judge', 'exchange:note'])
})
