import { describe, expect, test } from 'vitest'
import { createRecord, setFields, voidRecord } from '#shared/edits/operations.ts'
import { value } from '../../src-main/journal/journal-fixture.ts'
import { contentsOf, DeskPc } from './desktop-fixture.ts'

const typed = { kind: 'typed' } as const
const create = (id: string, name = '样例企业') => ({
  ops: [createRecord('enterprise', id, { name, park: '园区' })],
  why: typed,
  title: `新增 ${name}`,
})

async function withTwoEdits(): Promise<DeskPc> {
  const pc = new DeskPc()
  const workspace = await pc.started()
  value(await workspace.commit(create('a')))
  value(
    await workspace.commit({
      ops: [setFields('enterprise', 'a', { park: '新园区' })],
      why: typed,
      title: '改',
    }),
  )
  return pc
}

describe('opening the workspace', () => {
  test('everything is there again, undo and redo included, without reading the history', async () => {
    const pc = await withTwoEdits()
    const workspace = await pc.started()
    await workspace.undo()
    const before = contentsOf(workspace)
    const again = await pc.started()
    expect(contentsOf(again)).toEqual(before)
    expect(again.canRedo()?.title).toBe('改')
    expect(await again.redo()).toEqual({ ok: true, value: { title: '改', undone: 1, kept: 0, pointing: {} } })
    expect(again.records.get('enterprise', 'a')?.park).toBe('新园区')
  })

  test('a lost working copy is rebuilt from the journal', async () => {
    const pc = await withTwoEdits()
    const before = contentsOf(await pc.started())
    pc.indexedDB = new DeskPc().indexedDB
    expect(contentsOf(await pc.started())).toEqual(before)
    expect(await pc.database().pages.count()).toBe(1)
  })

  test('a working copy that is behind catches up', async () => {
    const pc = await withTwoEdits()
    const behind = structuredClone(await pc.database().meta.get('copy'))
    const pages = await pc.database().pages.toArray()
    const edits = await pc.database().edits.toArray()
    value(await (await pc.started()).commit(create('b')))
    const db = pc.database()
    await Promise.all([db.pages.clear(), db.edits.clear()])
    await db.pages.bulkPut(pages)
    await db.edits.bulkPut(edits)
    if (behind !== undefined) await db.meta.put(behind)
    expect((await pc.started()).records.of('enterprise').map((row) => row.id)).toEqual(['a', 'b'])
    expect((await db.meta.get('copy'))?.head.count).toBe(3)
  })

  test('a working copy of another branch of the journal is thrown away', async () => {
    const pc = await withTwoEdits()
    const backup = pc.files.copy()
    value(await (await pc.started()).commit(create('b')))
    pc.files = backup
    const restored = await pc.started()
    value(await restored.commit(create('c')))
    expect((await pc.started()).records.of('enterprise').map((row) => row.id)).toEqual(['a', 'c'])
  })

  test('reopening reads the pages and not the history', async () => {
    const pc = await withTwoEdits()
    const db = pc.database()
    const page = await db.pages.get('enterprise/000000')
    const records = page?.records.replace('样例企业', '页中企业') ?? ''
    await db.pages.put({ key: 'enterprise/000000', records })
    expect((await pc.started()).records.get('enterprise', 'a')?.name).toBe('页中企业')
  })

  test('a page that went missing is noticed and everything is rebuilt', async () => {
    const pc = new DeskPc()
    const workspace = await pc.started()
    const ops = Array.from({ length: 70 }, (_, n) =>
      createRecord('enterprise', `f${n}`, { name: `企业${n}` }),
    )
    value(await workspace.commit({ ops, why: typed, title: '导入' }))
    await pc.database().pages.delete('enterprise/000000')
    expect((await pc.started()).records.of('enterprise')).toEqual(workspace.records.of('enterprise'))
    expect(await pc.database().pages.count()).toBe(2)
  })

  test('pages that do not add up are not trusted', async () => {
    const pc = await withTwoEdits()
    await pc.database().edits.put({ page: 0, edits: [] })
    expect((await pc.started()).records.get('enterprise', 'a')?.park).toBe('新园区')
  })

  test('when the journal is lost, what the working copy holds enters a new one as one marked edit', async () => {
    const pc = await withTwoEdits()
    const workspace = await pc.started()
    const list = {
      ops: [
        createRecord('activity', 'x', { name: '培训', date: '2021-03', participants: { k: { name: '甲' } } }),
      ],
      why: typed,
      title: '活动',
    }
    value(await workspace.commit(list))
    value(await workspace.commit({ ops: [voidRecord('enterprise', 'a', '重复')], why: typed, title: '作废' }))
    const { records } = workspace
    const before = [records.all('enterprise'), records.all('activity')]
    pc.files.empty()
    const recovered = await pc.started()
    expect([recovered.records.all('enterprise'), recovered.records.all('activity')]).toEqual(before)
    expect(recovered.canUndo()).toBeNull()
    expect(pc.files.text('journal-000001.jsonl')).toContain(
      '"why":{"kind":"recovered"},"title":"由工作副本恢复"',
    )
    expect((await pc.started()).records.all('enterprise')).toEqual(before[0])
  })

  test.each([99, 0])(
    'a working copy of another number (%i) is refused and kept when its journal is lost',
    async (migration) => {
      const pc = await withTwoEdits()
      await pc.started()
      await pc.database().meta.update('copy', { migration })
      const before = await pc.database().edits.toArray()
      pc.files.empty()
      const refused = { ok: false, error: { code: 'journal.copy-of-other-version' } }
      expect(await pc.start()).toEqual(refused)
      expect(await pc.start()).toEqual(refused)
      expect(await pc.database().edits.toArray()).toEqual(before)
      await pc.database().meta.update('copy', { migration: 1 })
      expect((await pc.started()).records.all('enterprise')).not.toEqual([])
    },
  )

  test('an empty new folder does not take over the records of another one', async () => {
    const pc = await withTwoEdits()
    pc.folder = '/另一个文件夹'
    pc.files.empty()
    expect((await pc.started()).records.all('enterprise')).toEqual([])
  })

  test('an edit the journal refuses changes nothing in memory or in the working copy', async () => {
    const pc = await withTwoEdits()
    const workspace = await pc.started()
    const before = contentsOf(workspace)
    pc.files.failNext({ on: 'append', code: 'ENOSPC' })
    const failed = await workspace.commit(create('b'))
    expect(failed.ok ? null : failed.error.code).toBe('journal.disk-full')
    expect(contentsOf(workspace)).toEqual(before)
    expect(contentsOf(await pc.started())).toEqual(before)
  })

  test('a working copy that cannot be written does not fail the edit', async () => {
    const pc = await withTwoEdits()
    const workspace = await pc.started()
    const db = pc.database()
    await db.delete()
    expect((await workspace.commit(create('b'))).ok).toBe(true)
    expect((await pc.started()).records.of('enterprise')).toHaveLength(2)
  })

  test('a commit rewrites the touched page only', async () => {
    const pc = new DeskPc()
    const workspace = await pc.started()
    const ops = Array.from({ length: 130 }, (_, n) =>
      createRecord('enterprise', `f${n}`, { name: `企业${n}` }),
    )
    value(await workspace.commit({ ops, why: typed, title: '导入' }))
    const db = pc.database()
    const before = await db.pages.toArray()
    value(
      await workspace.commit({
        ops: [setFields('enterprise', 'f70', { park: '园' })],
        why: typed,
        title: '改',
      }),
    )
    const after = await db.pages.toArray()
    expect(after.map((page) => [page.key, JSON.parse(page.records).records.length])).toEqual([
      ['enterprise/000000', 64],
      ['enterprise/000001', 64],
      ['enterprise/000002', 2],
    ])
    expect(after.map((page, index) => JSON.stringify(page) === JSON.stringify(before[index]))).toEqual([
      true,
      false,
      true,
    ])
  })
})
