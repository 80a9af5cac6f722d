import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { mergePair } from '#renderer/use-cases/review-merge.ts'
import { createMemoryWorkspace } from '#renderer/workspace/memory-workspace.ts'
import type { Workspace } from '#renderer/workspace/workspace.ts'
import type { FieldValue, Operation } from '#shared/edits/edit.ts'
import { firmFootprint, firmMerge, unchosen } from '#shared/edits/merge-firms.ts'
import { createRecord, setFields } from '#shared/edits/operations.ts'
import { conflictedRecords } from '#shared/edits/records-view.ts'

const CODE = '91430602MA4T002970'
let workspace: Workspace

const write = (...ops: Operation[]) => workspace.commit({ ops, why: { kind: 'typed' }, title: '录入' })

beforeEach(async () => {
  workspace = createMemoryWorkspace({
    newId: randomUUID,
    now: () => new Date('2021-10-08T08:00:00Z'),
    author: () => '李某',
  })
  await write(
    createRecord('column', 'k', { title: '内部编号', kind: '文本' }),
    createRecord('enterprise', 'b', {
      name: '甲有限公司',
      code: CODE,
      phone: '1',
      park: '伍市镇',
      product: '黄茶',
    }),
    createRecord('enterprise', 'a', {
      name: '甲股份有限公司',
      code: CODE,
      phone: '2',
      size: '小型',
      titles: { x: { name: '高新技术企业', year: 2020 } },
    }),
    createRecord('patent', 'p', { title: '方法', owners: { a: { name: '甲', enterprise: 'a', order: 1 } } }),
    createRecord('activity', 'v', { name: '走访', participants: { b: { name: '甲', enterprise: 'b' } } }),
    createRecord('participation', 'pb', { enterprise: 'b', year: 2021, type: '破零', state: '拟报' }),
    createRecord('participation', 'pa', { enterprise: 'a', year: 2021, type: '倍增', state: '拟报' }),
    createRecord('participation', 'pc', { enterprise: 'a', year: 2022, type: '倍增' }),
    createRecord('figures', 'fb', { enterprise: 'b', year: 2021, period: '年度', revenue: 100 }),
    createRecord('figures', 'fa', { enterprise: 'a', year: 2021, period: '年度', rdExpense: 5 }),
  )
  // emptied: says nothing any more, and must not contradict what the other firm says
  await write(setFields('enterprise', 'a', { park: '城关镇' }))
  await write(setFields('enterprise', 'a', { park: null }))
})

const differences = () =>
  firmMerge(workspace.records, 'b', 'a').pairs.map((pair) => [
    pair.title,
    pair.differences.map(({ title, values }) => [title, ...values]),
  ])

const choose = (side: 0 | 1) =>
  new Map<string, FieldValue>(
    firmMerge(workspace.records, 'b', 'a').pairs.flatMap((pair) =>
      pair.differences.map(({ key, values }) => [key, values[side][0] ?? null] as const),
    ),
  )

describe('合并 of two firms', () => {
  it('asks about what differs, in the firms and in what both have of one year', () => {
    expect(differences()).toEqual([
      [
        '企业资料',
        [
          ['企业名称', ['甲有限公司'], ['甲股份有限公司']],
          ['联系电话', ['1'], ['2']],
        ],
      ],
      ['2021年名单', [['参与类型', ['破零'], ['倍增']]]],
      ['2021年年度数据', []],
    ])
    const merge = firmMerge(workspace.records, 'b', 'a')
    expect(unchosen(merge, new Map())).toHaveLength(3)
    expect(unchosen(merge, choose(0))).toEqual([])
  })

  it.each([0, 1] as const)('leaves one firm and no conflict after the choices of side %i', async (side) => {
    const done = await mergePair(workspace, { type: 'enterprise', ids: ['b', 'a'] }, choose(side))
    expect(done.ok && done.value.title).toBe('合并企业 甲有限公司 与 甲股份有限公司')
    const { records } = workspace
    expect(conflictedRecords(records)).toEqual([])
    const names = ['甲有限公司', '甲股份有限公司'] as const
    const [kept, dropped] = side === 0 ? names : [names[1], names[0]]
    expect(records.of('enterprise')).toEqual([
      {
        id: 'a',
        name: kept,
        formerNames: { [dropped]: { name: dropped } },
        code: CODE,
        phone: side === 0 ? '1' : '2',
        park: '伍市镇',
        product: '黄茶',
        size: '小型',
        titles: { x: { name: '高新技术企业', year: 2020 } },
      },
    ])
    expect(records.of('participation').map(({ enterprise, year, type }) => [enterprise, year, type])).toEqual(
      [
        ['a', 2021, side === 0 ? '破零' : '倍增'],
        ['a', 2022, '倍增'],
      ],
    )
    expect(records.of('figures')).toMatchObject([{ enterprise: 'a', revenue: 100, rdExpense: 5 }])
    expect(firmFootprint(records, 'a')).toEqual({
      patents: 1,
      activities: 1,
      figures: 1,
      years: [2021, 2022],
    })
  })

  it('is undone as one', async () => {
    const before = workspace.records.of('enterprise').map((firm) => ({ ...firm }))
    await mergePair(workspace, { type: 'enterprise', ids: ['b', 'a'] }, choose(1))
    await workspace.undo()
    expect(workspace.records.of('enterprise')).toEqual(before)
    expect(workspace.records.of('participation')).toHaveLength(3)
    expect(firmFootprint(workspace.records, 'b')).toEqual({
      patents: 0,
      activities: 1,
      figures: 1,
      years: [2021],
    })
  })

  it('has nothing to join for a firm with itself, or one that is 作废', () => {
    expect(firmMerge(workspace.records, 'a', 'a').pairs).toEqual([])
    expect(firmMerge(workspace.records, 'a', 'none').pairs).toEqual([])
  })
})
