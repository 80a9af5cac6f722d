import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { logColumns } from '#renderer/features/history/log-columns.tsx'
import { logRows, reversalWords } from '#renderer/features/history/log-rows.ts'
import { undoneNotice } from '#renderer/state/undo-words.ts'
import { createMemoryWorkspace } from '#renderer/workspace/memory-workspace.ts'
import { stationWords } from '#shared/edits/act-words.ts'
import { createRecord, setFields } from '#shared/edits/operations.ts'

const OWN = 'station-own'
const pcName = (station: string) => stationWords(station, OWN)

async function county() {
  const w = createMemoryWorkspace(
    { newId: randomUUID, now: () => new Date('2021-09-30T08:00:00.000Z'), author: () => '李某' },
    OWN,
  )
  await w.commit({
    ops: [createRecord('enterprise', 'a', { name: '甲', park: '园区' }, { row: 2 })],
    why: { kind: 'imported', file: '名单.xlsx', sheet: '一' },
    title: '导入 1 家企业',
  })
  await w.commit({
    ops: [setFields('enterprise', 'a', { park: '新园区' })],
    why: { kind: 'typed' },
    title: '修改 甲 的所在园区（乡镇）',
  })
  return w
}

describe('操作记录', () => {
  test('newest first, with state, China time, author, way and PC; imports alone when asked', async () => {
    const w = await county()
    await w.undo()
    const rows = logRows(w.log(), 'all', pcName)
    const columns = logColumns((row) => w.cellsWritten(row.logged.edit))
    expect(rows.map((row) => columns.map((column) => column.text(row)))).toEqual([
      ['撤销：修改 甲 的所在园区（乡镇）', '有效', '2021-09-30 16:00', '李某', '撤销', '本机', '1'],
      ['修改 甲 的所在园区（乡镇）', '已撤销', '2021-09-30 16:00', '李某', '录入', '本机', '1'],
      ['导入 1 家企业', '有效', '2021-09-30 16:00', '李某', '导入“名单.xlsx”', '本机', '2'],
    ])
    await w.redo()
    expect(logRows(w.log(), 'all', pcName).map(({ state }) => state)).toEqual([
      '有效',
      '已重做',
      '有效',
      '有效',
    ])
    expect(
      logRows(w.log(), 'imports', (station) => stationWords(station, 'station-new')).map(({ title, pc }) => [
        title,
        pc,
      ]),
    ).toEqual([['导入 1 家企业', '另一台电脑（stat）']])
  })

  test('what 撤销这次 would do is told before: cells that follow and stay, records that go', () => {
    const all = { title: '导入', undone: 114, kept: 6, records: 3, leftovers: 2, joins: 1, pointing: {} }
    expect(reversalWords({ ...all, way: 'undo' })).toEqual([
      '撤销114处，恢复为这次操作以前的内容。',
      '保留6处：之后又改过，不受影响。',
      '3条记录会从台账中去掉。',
      '2条由它新增的记录之后改过，只留下改过的内容，请随后核对或作废。',
      '合并的记录会重新分开。',
    ])
    expect(reversalWords({ ...all, way: 'redo', kept: 0 })).toEqual([
      '重做114处。',
      '3条记录会回到台账。',
      '分开的记录会重新合并。',
    ])
  })

  test('records that point at firms that go are counted by kind, with where they show afterwards', () => {
    const pointing = { participation: 3, patent: 2, activity: 1 }
    const one = { title: '导入', undone: 9, kept: 0, records: 3, leftovers: 0, joins: 0, pointing }
    const words =
      '另有6条记录用到去掉的企业：年度名单3条不再显示，也不计入；发明专利2条在“专利”中标为“专利权人不在名录”；' +
      '服务活动1条在“服务活动”中按名录外企业记。重做后恢复原样。'
    expect(reversalWords({ ...one, way: 'undo' })).toEqual([
      '撤销9处，恢复为这次操作以前的内容。',
      '3条记录会从台账中去掉。',
      words,
    ])
    expect(undoneNotice('撤销', one)).toEqual({ message: `已撤销：导入。${words}`, autoClose: false })
    expect(undoneNotice('撤销', { ...one, pointing: {} })).toEqual({ message: '已撤销：导入' })
  })

  test('首次设置 and what 由工作副本恢复 cannot be taken back as a whole', async () => {
    const w = await county()
    await w.commit({
      ops: [createRecord('profile', 'unit', { unit: 'YY-430626', fullName: '样例局' })],
      why: { kind: 'typed' },
      title: '首次设置',
    })
    await w.commit({
      ops: [createRecord('enterprise', 'z', { name: '乙' })],
      why: { kind: 'recovered' },
      title: '由工作副本恢复',
    })
    expect(w.log().map(({ isReversible }) => isReversible)).toEqual([false, false, true, true])
    const [recovered] = w.log()
    expect(recovered && w.reversalOf(recovered.edit)).toBeNull()
    await w.commit({
      ops: [setFields('profile', 'unit', { office: '股' })],
      why: { kind: 'typed' },
      title: '改',
    })
    expect(w.log()[0]?.isReversible).toBe(true)
  })

  test('the log is the same array until something is done', async () => {
    const w = await county()
    const before = w.log()
    expect(w.log()).toBe(before)
    await w.undo()
    expect(w.log()).not.toBe(before)
  })
})
