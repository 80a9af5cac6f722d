import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { describe, expect, test } from 'vitest'
import { createDatabase } from '#renderer/db/database.ts'
import { readMeta, restoreState, saveAll, saveTouched } from '#renderer/db/working-copy.ts'
import { applyEdit } from '#shared/edits/apply-edit.ts'
import type { Edit, Operation } from '#shared/edits/edit.ts'
import { createRecord, setFields } from '#shared/edits/operations.ts'
import { PAGE_FORMAT } from '#shared/edits/pages.ts'
import { recordsOf } from '#shared/edits/records-view.ts'
import { createState, type EditState } from '#shared/edits/state.ts'

const at = (count: number) => ({ journal: 'journal-a', head: { count, hash: '0'.repeat(64) } })
const newDatabase = () => createDatabase('台账', { indexedDB: new IDBFactory(), IDBKeyRange })

test('pages of another format are of no use', async () => {
  const database = newDatabase()
  await saveAll(database, createState(), at(0))
  expect(await readMeta(database)).toMatchObject(at(0))
  await database.meta.update('copy', { format: PAGE_FORMAT - 1 })
  expect(await readMeta(database)).toBeNull()
})

describe('1,100 firms, which are one full block and two pages', () => {
  const firms = (count: number, from = 0) =>
    Array.from({ length: count }, (_, n) =>
      createRecord('enterprise', `f${from + n}`, {
        name: `企业${from + n}`,
        ...(n % 3 === 0 ? { titles: { a: { name: '高新技术企业' } } } : {}),
      }),
    )

  class Desk {
    readonly state: EditState = createState()
    readonly database = newDatabase()

    async edit(ops: readonly Operation[]): Promise<void> {
      const n = this.state.edits.length + 1
      const touched = applyEdit(this.state, editOf(n, ops))
      await saveTouched(this.database, this.state, touched, at(n))
    }

    async reopened(): Promise<readonly object[]> {
      const meta = await readMeta(this.database)
      const state = meta === null ? null : await restoreState(this.database, meta, () => {})
      if (state === null) throw new Error('the pages do not add up')
      return recordsOf(state).of('enterprise')
    }

    async rows(): Promise<readonly [blocks: string[], pages: string[]]> {
      const { blocks, pages } = this.database
      const keys = await Promise.all([blocks.toCollection().keys(), pages.toCollection().keys()])
      return [keys[0].map(String), keys[1].map(String)]
    }

    get now(): readonly object[] {
      return recordsOf(this.state).of('enterprise')
    }
  }

  test('an import writes the full block as one row', async () => {
    const desk = new Desk()
    await desk.edit(firms(1100))
    expect(await desk.rows()).toEqual([['enterprise/000000'], ['enterprise/000016', 'enterprise/000017']])
    expect(await desk.reopened()).toEqual(desk.now)
  })

  test('one cell rewrites its page only, which then is newer than the block', async () => {
    const desk = new Desk()
    await desk.edit(firms(1100))
    await desk.edit([setFields('enterprise', 'f70', { name: '改名企业' })])
    expect((await desk.rows())[1]).toEqual(['enterprise/000001', 'enterprise/000016', 'enterprise/000017'])
    expect(await desk.reopened()).toEqual(desk.now)
  })

  test('many pages of the block make it one row again', async () => {
    const desk = new Desk()
    await desk.edit(firms(1100))
    await desk.edit([setFields('enterprise', 'f70', { name: '改名企业' })])
    await desk.edit(
      Array.from({ length: 300 }, (_, n) => setFields('enterprise', `f${n}`, { park: '伍市镇' })),
    )
    expect((await desk.rows())[1]).toEqual(['enterprise/000016', 'enterprise/000017'])
    expect(await desk.reopened()).toEqual(desk.now)
  })

  test('pages before a block stay before it', async () => {
    const desk = new Desk()
    await desk.edit(firms(1000))
    await desk.edit(firms(1100, 1000))
    expect((await desk.rows())[0]).toEqual(['enterprise/000001'])
    expect(await desk.reopened()).toEqual(desk.now)
  })

  test('a block that went missing is noticed', async () => {
    const desk = new Desk()
    await desk.edit(firms(1100))
    await desk.database.blocks.clear()
    await expect(desk.reopened()).rejects.toThrow('the pages do not add up')
  })
})

function editOf(n: number, ops: readonly Operation[]): Edit {
  return {
    commit: crypto.randomUUID(),
    seen: n === 1 ? {} : { 'station-a': n - 1 },
    at: '2021-03-05T08:00:00.000Z',
    by: '李某',
    why: { kind: 'typed' },
    title: '测试',
    ops: [...ops],
    id: { station: 'station-a', n },
    prev: n === 1 ? null : '0'.repeat(64),
  }
}
