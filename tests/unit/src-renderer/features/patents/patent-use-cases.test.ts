import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { grantAnswer } from '#renderer/features/patents/grant-answer.ts'
import { savePatentField } from '#renderer/features/patents/patent-save.ts'
import { createPatent } from '#renderer/use-cases/patent-create.ts'
import { registerGrant } from '#renderer/use-cases/patent-grant.ts'
import { addOwner, moveOwner, ownersInOrder, removeOwner } from '#renderer/use-cases/patent-owners.ts'
import { restorePatents, voidPatents } from '#renderer/use-cases/patent-void.ts'
import { createMemoryWorkspace } from '#renderer/workspace/memory-workspace.ts'
import { createRecord } from '#shared/edits/operations.ts'
import { ok } from '#shared/result.ts'
import { builtInPack } from '#tests/support/built-in-pack.ts'

const pack = builtInPack()

async function county(priorGrants: '从未' | '未查' = '从未') {
  const workspace = createMemoryWorkspace({
    newId: randomUUID,
    now: () => new Date('2021-10-08T01:00:00Z'),
    author: () => '样例',
  })
  await workspace.commit({
    ops: [
      createRecord('enterprise', 'f1', { name: '样例铝业', code: '91430626EX10000630' }),
      createRecord('participation', 'l1', { enterprise: 'f1', year: 2021, state: '在列', priorGrants }),
      createRecord('patent', 'p1', {
        applicationNo: '201911044411.X',
        title: '一种装置',
        kind: '发明',
        filedOn: '2019-10-30',
        status: '实质审查',
        owners: { f1: { name: '样例铝业', enterprise: 'f1', order: 1, acquisition: '原始' } },
      }),
    ],
    why: { kind: 'typed' },
    title: '准备',
  })
  const patent = (id = 'p1') => workspace.records.get('patent', id)
  return { workspace, patent, lastTitle: () => workspace.canUndo()?.title }
}

describe('登记授权', () => {
  test('the announced first grant of a listed firm without earlier grants 实现破零', async () => {
    const { workspace, patent, lastTitle } = await county()
    const done = await registerGrant(workspace, pack, 'p1', {
      announced: true,
      grantedOn: '2021-08-03',
      grantNo: 'CN110941994B',
    })
    expect(done).toEqual(
      ok([{ firm: '样例铝业', verdict: 'achieved', reason: '首件授权公告日 2021-08-03 在1—12月' }]),
    )
    expect(patent()).toMatchObject({ status: '授权', grantedOn: '2021-08-03', grantNo: 'CN110941994B' })
    expect(lastTitle()).toBe('登记 “一种装置” 授权公告 2021-08-03')
  })

  test('unknown history is to be verified, and a later grant breaks nothing', async () => {
    const { workspace } = await county('未查')
    const answer = { announced: true, grantedOn: '2021-08-03', grantNo: null } as const
    const first = await registerGrant(workspace, pack, 'p1', answer)
    expect(first).toEqual(
      ok([{ firm: '样例铝业', verdict: 'to-verify', reason: '列入前授权情况未查，列待核实' }]),
    )
    const second = await createPatent(workspace, () => 'p2', {
      number: '201811564288.X',
      title: '另一种装置',
      filedOn: null,
      status: '实质审查',
      owner: { name: '样例铝业', enterprise: 'f1' },
    })
    expect(second).toEqual(ok('p2'))
    expect(await registerGrant(workspace, pack, 'p2', { ...answer, grantedOn: '2021-09-01' })).toEqual(ok([]))
  })

  test('without announcement it only waits', async () => {
    const { workspace, patent, lastTitle } = await county()
    expect(await registerGrant(workspace, pack, 'p1', { announced: false })).toEqual(ok([]))
    expect([patent()?.status, patent()?.grantedOn]).toEqual(['授权通知', undefined])
    expect(lastTitle()).toBe('登记 “一种装置” 已获授权通知，待公告')
  })

  test('the answer needs a day that is possible and a number that is a 公告号', async () => {
    const { patent } = await county()
    const row = patent()
    if (row === undefined) throw new Error('no patent')
    const answer = (grantedOn: string, grantNo = '') =>
      grantAnswer({ announced: true, grantedOn, grantNo }, row, '2021-10-08', ok)
    expect(answer('2021-08-03', 'cn110941994b')).toEqual(
      ok({ announced: true, grantedOn: '2021-08-03', grantNo: 'CN110941994B' }),
    )
    const refused = [answer(''), answer('2021-10-09'), answer('2018'), answer('2021-08-03', '201911044411.X')]
    expect(refused.map((each) => (each.ok ? '' : each.error.message))).toEqual([
      '请填授权公告日；还没有公告的选“未公告”',
      '授权公告日 2021-10-09 在今天之后',
      '授权公告日早于申请日 2019-10-30',
      '授权公告号填成了申请号；公告号如 CN110941994B',
    ])
  })
})

describe('editing a patent', () => {
  test('a typed number becomes canonical; one already registered or of another kind is refused', async () => {
    const { workspace, patent } = await county()
    await createPatent(workspace, () => 'p2', {
      number: 'ZL201811564288.X',
      title: '另一种装置',
      filedOn: null,
      status: null,
      owner: null,
    })
    expect(patent('p2')).toEqual({
      id: 'p2',
      applicationNo: '201811564288.X',
      title: '另一种装置',
      kind: '发明',
    })
    const twin = await savePatentField(workspace, 'p2', 'applicationNo', 'CN201911044411X')
    expect(twin).toEqual({ ok: false, error: { message: '这个申请号已登记：一种装置' } })
    const publication = await savePatentField(workspace, 'p2', 'applicationNo', 'CN110941994B')
    expect(publication.ok).toBe(false)
    await savePatentField(workspace, 'p2', 'applicationNo', 'ZL202011313113.9')
    expect(patent('p2')?.applicationNo).toBe('202011313113.9')
  })

  test('typing the day of announcement makes a pending application granted, and says so', async () => {
    const { workspace, patent, lastTitle } = await county()
    await savePatentField(workspace, 'p1', 'grantedOn', '2021-08-03')
    expect(patent()?.status).toBe('授权')
    expect(lastTitle()).toBe('修改 “一种装置” 的授权公告日（状态改为授权）')
    await savePatentField(workspace, 'p1', 'status', '终止')
    await savePatentField(workspace, 'p1', 'grantedOn', '2021-08-04')
    expect(patent()?.status).toBe('终止')
  })

  test('owners keep their order; the way of acquisition in the cell needs exactly one firm of ours', async () => {
    const { workspace, patent } = await county()
    await addOwner(workspace, 'p1', { name: '样例大学' })
    await moveOwner(workspace, 'p1', '~样例大学', -1)
    const names = () => ownersInOrder(patent()?.owners).map(({ owner }) => `${owner.order} ${owner.name}`)
    expect(names()).toEqual(['1 样例大学', '2 样例铝业'])
    await savePatentField(workspace, 'p1', 'acquisition', '受让')
    expect(patent()?.owners?.f1).toEqual({
      name: '样例铝业',
      enterprise: 'f1',
      order: 2,
      acquisition: '受让',
    })
    const [university, own] = ownersInOrder(patent()?.owners)
    if (university === undefined || own === undefined) throw new Error('two owners expected')
    await removeOwner(workspace, 'p1', own)
    expect(names()).toEqual(['1 样例大学'])
    expect(await savePatentField(workspace, 'p1', 'acquisition', '原始')).toEqual({
      ok: false,
      error: { message: '专利权人中没有名录内企业，请先在侧栏选择企业' },
    })
  })

  test('作废 takes a patent out with its reason, 恢复 brings it back, both named', async () => {
    const { workspace, patent, lastTitle } = await county()
    await voidPatents(workspace, ['p1'], '重复登记')
    expect(patent()).toBeUndefined()
    expect(lastTitle()).toBe('作废专利 “一种装置”')
    await restorePatents(workspace, ['p1'])
    expect(patent()?.title).toBe('一种装置')
    expect(lastTitle()).toBe('恢复专利 “一种装置”')
  })
})
