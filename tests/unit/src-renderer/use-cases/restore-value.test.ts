import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { restoreValue } from '#renderer/use-cases/restore-value.ts'
import { createMemoryWorkspace } from '#renderer/workspace/memory-workspace.ts'
import type { Workspace } from '#renderer/workspace/workspace.ts'
import type { FieldValue } from '#shared/edits/edit.ts'
import { createRecord, mergeRecords, setFields, voidRecord } from '#shared/edits/operations.ts'

const typed = { kind: 'typed' } as const
const AT = new Date('2021-09-30T08:00:00.000Z')

async function county(): Promise<Workspace> {
  const w = createMemoryWorkspace({ newId: randomUUID, now: () => AT, author: () => '李某' })
  const firm = { name: '样例轴承公司', product: '轴承', titles: { x: { name: '高新技术企业' } } }
  await w.commit({ ops: [createRecord('enterprise', 'a', firm)], why: typed, title: '新增企业' })
  await w.commit({
    ops: [setFields('enterprise', 'a', { product: '齿轮', titles: { x: null } })],
    why: typed,
    title: '修改',
  })
  return w
}

const take = (w: Workspace, register: string, value: FieldValue, id = 'a') =>
  restoreValue(w, { type: 'enterprise', id, register, value })

describe('用回这个值', () => {
  test('an earlier value is taken again as a new edit that says so, and is itself undone', async () => {
    const w = await county()
    const first = w.history('enterprise', 'a', 'product').writes.at(-1)
    expect([first?.value, first?.standing]).toEqual(['轴承', 'replaced'])
    await take(w, 'product', first?.value ?? null)
    expect(w.records.get('enterprise', 'a')?.product).toBe('轴承')
    expect(w.log()[0]).toMatchObject({
      why: { kind: 'restored' },
      title: '恢复 样例轴承公司 的 主导产品',
    })
    expect(w.history('enterprise', 'a', 'product').writes.map((write) => write.standing)).toEqual([
      'current',
      'replaced',
      'replaced',
    ])
    await w.undo()
    expect(w.records.get('enterprise', 'a')?.product).toBe('齿轮')
  })

  test('an element of a list comes again; 作废 is taken again with its reason', async () => {
    const w = await county()
    await take(w, 'titles/x', { name: '高新技术企业' })
    expect(w.records.get('enterprise', 'a')?.titles).toEqual({ x: { name: '高新技术企业' } })
    expect(w.log()[0]?.title).toBe('恢复 样例轴承公司 的 现有资质“高新技术企业”')
    await w.commit({ ops: [voidRecord('enterprise', 'a', '重复')], why: typed, title: '作废' })
    await take(w, '$void', null)
    expect(w.records.get('enterprise', 'a')?.name).toBe('样例轴承公司')
    await take(w, '$void', { reason: '重复' })
    expect(w.records.get('enterprise', 'a')).toBeUndefined()
  })

  test('a value of a record that was joined is written to the one that stands for both', async () => {
    const w = await county()
    await w.commit({
      ops: [createRecord('enterprise', 'b', { name: '样例轴承公司', product: '轴瓦' })],
      why: typed,
      title: '新增企业',
    })
    await w.commit({ ops: [mergeRecords('enterprise', 'a', 'b')], why: typed, title: '合并' })
    expect(w.history('enterprise', 'b', 'product').writes.map((write) => write.standing)).toEqual([
      'conflict',
      'conflict',
      'replaced',
    ])
    await take(w, 'product', '轴瓦', 'b')
    expect(w.records.get('enterprise', 'b')?.product).toBe('轴瓦')
    expect(w.history('enterprise', 'b', 'product').writes[0]?.standing).toBe('current')
  })
})
