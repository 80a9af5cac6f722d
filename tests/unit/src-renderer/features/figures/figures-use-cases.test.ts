import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { voidedFigures } from '#renderer/features/figures/voided-figures.ts'
import { type FiguresPlace, setFigure, setFiguresState } from '#renderer/use-cases/figures-set.ts'
import { restoreFigures, voidFigures } from '#renderer/use-cases/figures-void.ts'
import { createMemoryWorkspace } from '#renderer/workspace/memory-workspace.ts'
import { createRecord } from '#shared/edits/operations.ts'
import { ok } from '#shared/result.ts'

const PLACE: FiguresPlace = { enterprise: 'a', year: 2021, period: '1-9月累计', record: null }

async function county() {
  const workspace = createMemoryWorkspace({
    newId: randomUUID,
    now: () => new Date('2021-10-08T01:00:00Z'),
    author: () => '样例',
  })
  await workspace.commit({
    ops: [createRecord('enterprise', 'a', { name: '样例铝业' })],
    why: { kind: 'typed' },
    title: '准备',
  })
  let count = 0
  const newId = () => {
    count += 1
    return `g${count}`
  }
  return { workspace, newId, rows: () => workspace.records.of('figures') }
}

describe('entering figures', () => {
  test('the first value makes the record as 快报, in one edit that 撤销 names', async () => {
    const { workspace, newId, rows } = await county()
    await setFigure(workspace, newId, PLACE, 'revenue', 100)
    expect(rows()).toEqual([
      { id: 'g1', enterprise: 'a', year: 2021, period: '1-9月累计', state: '快报', revenue: 100 },
    ])
    expect(workspace.canUndo()?.title).toBe('填报 样例铝业 2021年1-9月累计的营业收入')
    await workspace.undo()
    expect(rows()).toEqual([])
  })

  test('two cells typed before the first is saved make one record', async () => {
    const { workspace, newId, rows } = await county()
    await Promise.all([
      setFigure(workspace, newId, PLACE, 'revenue', 100),
      setFigure(workspace, newId, PLACE, 'rdExpense', 5),
    ])
    expect(rows().map(({ id, revenue, rdExpense }) => [id, revenue, rdExpense])).toEqual([['g1', 100, 5]])
  })

  test('a state chosen first is kept, and emptying an empty cell makes nothing', async () => {
    const { workspace, newId, rows } = await county()
    expect(await setFigure(workspace, newId, PLACE, 'revenue', null)).toEqual(ok(null))
    expect(rows()).toEqual([])
    await setFigure(workspace, newId, PLACE, 'state', '预计')
    expect(rows()[0]?.state).toBe('预计')
  })

  test('数据状态 of several records is one edit', async () => {
    const { workspace, newId, rows } = await county()
    await setFigure(workspace, newId, PLACE, 'revenue', 100)
    await setFigure(workspace, newId, { ...PLACE, period: '年度' }, 'revenue', 130)
    await setFiguresState(workspace, rows(), '年报')
    expect(rows().map((row) => row.state)).toEqual(['年报', '年报'])
    expect(workspace.canUndo()?.title).toBe('2 家企业的数据状态改为年报')
  })

  test('作废 and 恢复; after 作废 the next value makes a new record', async () => {
    const { workspace, newId, rows } = await county()
    await setFigure(workspace, newId, PLACE, 'revenue', 100)
    await voidFigures(workspace, rows(), '录入有误')
    expect(rows()).toEqual([])
    const [voided] = voidedFigures(workspace.records, 'a', 2021)
    if (voided === undefined) throw new Error('one voided record expected')
    await setFigure(workspace, newId, PLACE, 'revenue', 90)
    expect(rows().map((row) => [row.id, row.revenue])).toEqual([['g2', 90]])
    await restoreFigures(workspace, voided)
    expect(rows().map((row) => row.revenue)).toEqual([100, 90])
  })
})
