import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type HistoryGroup, historyGroups } from '#renderer/features/history/history-rows.ts'
import { createMemoryWorkspace } from '#renderer/workspace/memory-workspace.ts'
import type { Workspace } from '#renderer/workspace/workspace.ts'
import { stationWords } from '#shared/edits/act-words.ts'
import type { Edit } from '#shared/edits/edit.ts'
import { createRecord, mergeRecords, setFields, voidRecord } from '#shared/edits/operations.ts'
import { BatchToken } from '#shared/ipc/exchange-channels.ts'

const typed = { kind: 'typed' } as const
const OWN = 'station-own'

async function county(arriving: readonly Edit[] = []) {
  let minute = 0
  const w = createMemoryWorkspace(
    {
      newId: randomUUID,
      now: () => {
        minute += 1
        return new Date(Date.UTC(2021, 8, 30, 8, minute))
      },
      author: () => '李某',
    },
    OWN,
    () => arriving,
  )
  await w.commit({
    ops: [
      createRecord(
        'enterprise',
        'a',
        { name: '样例轴承公司', product: '轴承', titles: { x: { name: '高新技术企业' } } },
        { row: 5 },
      ),
    ],
    why: { kind: 'imported', file: '名单.xlsx', sheet: '一' },
    title: '导入 1 家企业',
  })
  return w
}

function groups(w: Workspace, register: string | null = null): readonly HistoryGroup[] {
  const words = {
    records: w.records,
    indicators: [],
    pcName: (station: string) => stationWords(station, OWN),
  }
  return historyGroups(words, 'enterprise', w.history('enterprise', 'a', register))
}

const told = ({ how, pc, undone, lines }: HistoryGroup) => ({
  how,
  pc,
  undone,
  lines: lines.map(({ title, value, standing, earlier }) => [title, value, standing, earlier !== null]),
})

function fromElsewhere(edit: Pick<Edit, 'seen' | 'ops'>): Edit {
  return {
    commit: randomUUID(),
    at: '2021-10-01T01:00:00.000Z',
    by: '王某',
    why: { kind: 'pasted' },
    title: '粘贴',
    id: { station: 'b7c2-station', n: 1 },
    prev: null,
    ...edit,
  }
}

describe('历史 of a record', () => {
  test('each action is one group: who, when in China, which PC, how; each cell with its standing', async () => {
    const w = await county()
    await w.commit({
      ops: [setFields('enterprise', 'a', { product: '齿轮', titles: { x: null } })],
      why: typed,
      title: '修改',
    })
    const [latest, first] = groups(w)
    expect(latest).toMatchObject({ when: '2021-09-30 16:02', who: '李某', pc: '本机', how: '录入' })
    expect(latest?.lines.map(({ title, value, standing }) => [title, value, standing])).toEqual([
      ['主导产品', '齿轮', '现值'],
      ['现有资质“高新技术企业”', '已移出', '现值'],
    ])
    expect(first && told(first)).toEqual({
      how: '导入“名单.xlsx”第5行',
      pc: '本机',
      undone: null,
      lines: [
        ['企业名称', '样例轴承公司', '现值', false],
        ['主导产品', '轴承', '已被替换', true],
        ['现有资质“高新技术企业”', '高新技术企业', '已被替换', true],
      ],
    })
  })

  test('what was undone says when and by whom, and may be taken again unless the cell has it anyway', async () => {
    const w = await county()
    for (const product of ['齿轮', '轴承']) {
      await w.commit({ ops: [setFields('enterprise', 'a', { product })], why: typed, title: '修改' })
    }
    await w.undo()
    await w.undo()
    expect(groups(w, 'product').map(told)).toEqual([
      {
        how: '录入',
        pc: '本机',
        undone: '撤销于 2021-09-30 16:04 李某',
        lines: [['主导产品', '轴承', '已撤销', false]],
      },
      {
        how: '录入',
        pc: '本机',
        undone: '撤销于 2021-09-30 16:05 李某',
        lines: [['主导产品', '齿轮', '已撤销', true]],
      },
      {
        how: '导入“名单.xlsx”第5行',
        pc: '本机',
        undone: null,
        lines: [['主导产品', '轴承', '现值', false]],
      },
    ])
  })

  test('two PCs that differ stand side by side, the other one by its short id; either may be taken', async () => {
    const w = await county([
      fromElsewhere({ seen: { [OWN]: 1 }, ops: [setFields('enterprise', 'a', { product: '轴瓦' })] }),
    ])
    await w.commit({ ops: [setFields('enterprise', 'a', { product: '齿轮' })], why: typed, title: '修改' })
    await w.takeUp(BatchToken.parse(randomUUID()))
    expect(groups(w, 'product').map(told)).toEqual([
      {
        how: '粘贴',
        pc: '另一台电脑（b7c2）',
        undone: null,
        lines: [['主导产品', '轴瓦', '两处不一致', true]],
      },
      { how: '录入', pc: '本机', undone: null, lines: [['主导产品', '齿轮', '两处不一致', true]] },
      {
        how: '导入“名单.xlsx”第5行',
        pc: '本机',
        undone: null,
        lines: [['主导产品', '轴承', '已被替换', true]],
      },
    ])
  })

  test('合并 and 作废 are told in words', async () => {
    const w = await county()
    await w.commit({
      ops: [createRecord('enterprise', 'b', { name: '轴承公司' })],
      why: typed,
      title: '新增',
    })
    await w.commit({
      ops: [mergeRecords('enterprise', 'a', 'b'), setFields('enterprise', 'a', { name: '样例轴承公司' })],
      why: typed,
      title: '合并企业',
    })
    await w.commit({ ops: [voidRecord('enterprise', 'a', '重复')], why: typed, title: '作废' })
    const [voided, merged] = groups(w)
    expect(voided?.lines.map(({ title, value }) => [title, value])).toEqual([['作废', '作废，原因：重复']])
    expect(merged?.how).toBe('合并')
    await w.commit({ ops: [createRecord('enterprise', 'c', { name: '又一家' })], why: typed, title: '新增' })
    await w.commit({ ops: [mergeRecords('enterprise', 'a', 'c')], why: typed, title: '合并企业 甲 与 乙' })
    expect(groups(w).at(-1)).toMatchObject({ how: '合并', title: '合并企业 甲 与 乙', lines: [] })
  })
})
