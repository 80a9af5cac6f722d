import { expect, test } from 'vitest'
import { repairWords } from '#renderer/app/repair-words.ts'
import type { Workspace } from '#renderer/workspace/workspace.ts'
import { setFields } from '#shared/edits/operations.ts'
import { readAll, value } from '../../src-main/journal/journal-fixture.ts'
import { contentsOf, DeskPc } from './desktop-fixture.ts'

const NOW = '2021-09-30T08:00:00.000Z'
const BACK = '2018-09-30T08:00:00.000Z'

async function write(workspace: Workspace, name: string) {
  const ops = [setFields('enterprise', 'a', { name })]
  value(await workspace.commit({ ops, why: { kind: 'typed' }, title: `改为${name}` }))
}

/** Writes with a clock that falls three years back, and with one that stays; everything told of both. */
async function told(second: string) {
  const pc = new DeskPc()
  const first = await pc.started()
  await write(first, '甲')
  pc.time = second
  const workspace = await pc.started()
  const { repairs } = pc
  await write(workspace, '乙')
  await write(workspace, '丙')
  const history = workspace.history('enterprise', 'a', 'name').writes
  const standing = history.map(({ value: name, standing: is }) => [name, is])
  const log = workspace.log().map(({ title }) => title)
  value(await workspace.undo())
  const again = await pc.started()
  const undone = [again.records.get('enterprise', 'a')?.name, again.canUndo()?.title, again.canRedo()?.title]
  return { pc, workspace, repairs, told: { standing, log, undone } }
}

test('a clock three years back changes neither the order of edits nor undo nor history, and is told once', async () => {
  const [back, well] = [await told(BACK), await told(NOW)]
  expect(back.told).toEqual(well.told)
  expect(back.told.log).toEqual(['改为丙', '改为乙', '改为甲'])
  expect(back.told.undone).toEqual(['乙', '改为乙', '改为丙'])
  expect([back.repairs, well.repairs]).toEqual([[{ kind: 'clock-behind', lastAt: NOW, now: BACK }], []])
  // What was written since carries the wrong time already: it is not told again.
  expect(back.pc.repairs).toEqual([])
  expect(contentsOf(await back.pc.started())).toEqual(contentsOf(back.workspace))
})

test('another PC takes up edits of a PC whose clock is three years back in their order', async () => {
  const { pc } = await told(BACK)
  const other = new DeskPc()
  other.folder = '/另一台'
  const there = await other.started()
  value(await there.takeUp(other.bring(await readAll(await pc.opened()))))
  expect(there.records.get('enterprise', 'a')?.name).toBe('乙')
  await write(there, '丁')
  expect(there.records.all('enterprise')[0]?.conflicts).toEqual({})
  await other.started()
  expect(other.repairs).toEqual([])
})

test('the warning names both times in China time', () => {
  expect(repairWords({ kind: 'clock-behind', lastAt: NOW, now: BACK })).toEqual({
    title: '本机时间早于上次保存的时间，请核对',
    advice: '上次保存于 2021-09-30 16:00，本机现在是 2018-09-30 16:00。已保存的内容和先后次序不受影响。',
  })
})
