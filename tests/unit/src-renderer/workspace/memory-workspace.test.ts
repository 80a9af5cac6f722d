import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createMemoryWorkspace } from '#renderer/workspace/memory-workspace.ts'
import { createRecord, setFields, voidRecord } from '#shared/edits/operations.ts'

const AT = new Date('2021-09-30T08:00:00.000Z')

function workspace() {
  return createMemoryWorkspace({ newId: randomUUID, now: () => AT, author: () => '李某' })
}

const typed = { kind: 'typed' } as const

describe('workspace', () => {
  test('a committed edit is readable, tells its listeners and gives a new records object', async () => {
    const w = workspace()
    const before = w.records
    let calls = 0
    const stop = w.subscribe(() => {
      calls += 1
    })
    const done = await w.commit({
      ops: [
        createRecord('enterprise', 'a', {
          name: '样例公司',
          note: '',
          titles: { x: { name: '高新技术企业' } },
        }),
      ],
      why: typed,
      title: '新增企业',
    })
    stop()
    expect(done.ok).toBe(true)
    expect(w.records).not.toBe(before)
    expect([calls, w.revision]).toEqual([1, 1])
    expect(w.records.of('enterprise')).toEqual([
      { id: 'a', name: '样例公司', titles: { x: { name: '高新技术企业' } } },
    ])
  })

  test('undo keeps cells changed since and counts both; redo brings the rest back', async () => {
    const w = workspace()
    await w.commit({
      ops: [createRecord('enterprise', 'a', { name: '甲', park: '园区', product: '轴承' })],
      why: typed,
      title: '导入 1 家企业',
    })
    await w.commit({ ops: [setFields('enterprise', 'a', { park: '新园区' })], why: typed, title: '改园区' })
    expect(w.canUndo()?.title).toBe('改园区')
    expect(await w.undo()).toEqual({ ok: true, value: { title: '改园区', undone: 1, kept: 0, pointing: {} } })
    expect(w.records.get('enterprise', 'a')).toEqual({ id: 'a', name: '甲', park: '园区', product: '轴承' })
    expect(await w.redo()).toEqual({ ok: true, value: { title: '改园区', undone: 1, kept: 0, pointing: {} } })
    await w.undo()
    await w.undo()
    expect(w.records.of('enterprise')).toEqual([])
    expect(await w.undo()).toEqual({ ok: false, error: { code: 'edit.nothing-to-undo' } })
    await w.redo()
    await w.redo()
    expect(w.records.get('enterprise', 'a')?.park).toBe('新园区')
    expect(w.canRedo()).toBeNull()
  })

  test('a value the dictionary does not know is refused and nothing changes', async () => {
    const w = workspace()
    const bad = { record: 'enterprise' as const, id: 'a', set: { colour: 'red' } }
    const done = await w.commit({ ops: [bad], why: typed, title: '坏' })
    expect(done).toEqual({ ok: false, error: { code: 'edit.invalid', where: '1: enterprise.colour' } })
    expect(w.records.all('enterprise')).toEqual([])
  })

  test('a title made of a long name is cut, never through a character, and 撤销 of it too', async () => {
    const w = workspace()
    const title = `${'长'.repeat(199)}𬭎名`
    const done = await w.commit({ ops: [createRecord('enterprise', 'a', { name: '甲' })], why: typed, title })
    expect(done.ok && done.value.title).toBe('长'.repeat(199))
    expect(await w.undo()).toMatchObject({ ok: true })
    expect(w.records.of('enterprise')).toEqual([])
  })

  test('any earlier edit is taken back weeks later and brought again: later cells stay and are counted', async () => {
    const w = workspace()
    await w.commit({
      ops: [
        createRecord('enterprise', 'a', { name: '甲', park: '园区', product: '轴承' }),
        createRecord('enterprise', 'b', { name: '乙' }),
      ],
      why: { kind: 'imported', file: '名单.xlsx', sheet: '一' },
      title: '导入 2 家企业',
    })
    await w.commit({ ops: [setFields('enterprise', 'a', { park: '新园区' })], why: typed, title: '改园区' })
    const [newest, imported] = w.log()
    expect([newest?.title, imported?.title]).toEqual(['改园区', '导入 2 家企业'])
    const id = imported?.edit ?? { station: '', n: 0 }
    expect(w.cellsWritten(id)).toBe(4)
    const told = {
      title: '导入 2 家企业',
      undone: 3,
      kept: 1,
      records: 1,
      leftovers: 1,
      joins: 0,
      pointing: {},
    }
    expect(w.reversalOf(id)).toEqual({ way: 'undo', ...told })
    expect(await w.reverse(id, 'undo')).toEqual({
      ok: true,
      value: { title: '导入 2 家企业', undone: 3, kept: 1, pointing: {} },
    })
    expect(w.records.of('enterprise')).toEqual([{ id: 'a', park: '新园区' }])
    expect(w.log()[0]).toMatchObject({
      title: '撤销：导入 2 家企业',
      why: { kind: 'undone' },
      isReversible: false,
    })
    expect(w.log().at(-1)?.undoneBy?.title).toBe('撤销：导入 2 家企业')
    expect(await w.reverse(id, 'undo')).toEqual({ ok: false, error: { code: 'edit.nothing-to-undo' } })
    expect(w.canUndo()?.title).toBe('改园区')
    expect(w.canRedo()?.title).toBe('导入 2 家企业')
    expect(w.reversalOf(id)).toEqual({ way: 'redo', ...told })
    await w.reverse(id, 'redo')
    expect(w.records.of('enterprise')).toHaveLength(2)
    expect(w.log().at(-1)?.undoneBy).toBeNull()
    const undo = w.log().find(({ why }) => why.kind === 'undone')
    expect(await w.reverse(undo?.edit ?? id, 'undo')).toMatchObject({ ok: false })
  })

  test('a voided record is only in all', async () => {
    const w = workspace()
    await w.commit({ ops: [createRecord('enterprise', 'a', { name: '甲' })], why: typed, title: '新增' })
    await w.commit({ ops: [voidRecord('enterprise', 'a', '重复')], why: typed, title: '作废' })
    expect(w.records.get('enterprise', 'a')).toBeUndefined()
    expect(w.records.all('enterprise')).toEqual([
      { type: 'enterprise', id: 'a', voided: { reason: '重复' }, fields: { name: '甲' }, conflicts: {} },
    ])
  })
})

test('an import whose firms are used since says before and after its undo how many records point at them', async () => {
  const w = workspace()
  await w.commit({
    ops: [
      createRecord('enterprise', 'x', { name: '甲' }, { row: 2 }),
      createRecord('enterprise', 'y', { name: '乙' }, { row: 3 }),
      createRecord('participation', 'with', { enterprise: 'x', year: 2021 }, { row: 2 }),
    ],
    why: { kind: 'imported', file: '名单.xlsx', sheet: '一' },
    title: '导入 2 家企业',
  })
  const imported = w.log()[0]?.edit
  if (imported === undefined) throw new Error('no edit')
  expect(w.reversalOf(imported)?.pointing).toEqual({})
  await w.commit({
    ops: [
      createRecord('participation', 'p', { enterprise: 'y', year: 2022 }),
      createRecord('figures', 'f', { enterprise: 'x', year: 2021 }),
      createRecord('patent', 'z', {
        title: '装置',
        owners: { x: { name: '甲', order: 1, enterprise: 'x' } },
      }),
      createRecord('activity', 'h', {
        name: '培训',
        participants: { x: { name: '甲', enterprise: 'x' }, y: { name: '乙', enterprise: 'y' } },
      }),
      createRecord('activity', 'other', { name: '走访', participants: { o: { name: '外县企业' } } }),
      createRecord('figures', 'gone', { enterprise: 'x', year: 2020 }),
      voidRecord('figures', 'gone', '重复'),
    ],
    why: { kind: 'typed' },
    title: '之后的记录',
  })
  const pointing = { participation: 1, patent: 1, figures: 1, activity: 1 }
  expect(w.reversalOf(imported)?.pointing).toEqual(pointing)
  const outcome = await w.reverse(imported, 'undo')
  expect(outcome).toMatchObject({ ok: true, value: { pointing } })
  expect(w.reversalOf(imported)?.pointing).toEqual({})
})
