import { randomUUID } from 'node:crypto'
import { digestOf } from '#main/journal/edit-lines.ts'
import { sealLine } from '#main/journal/lines.ts'
import type { NewEdit, Workspace } from '#renderer/workspace/workspace.ts'
import type { Edit, Operation } from '#shared/edits/edit.ts'
import { createRecord, mergeRecords, setFields, voidRecord } from '#shared/edits/operations.ts'
import { PROFILE_ID } from '#shared/records/profile.ts'
import { readAll, value } from '../unit/src-main/journal/journal-fixture.ts'
import { DeskPc } from '../unit/src-renderer/workspace/desktop-fixture.ts'

const typed = { kind: 'typed' } as const

/** A year at one desk in a few edits: one of every kind the journal can hold. */
export async function writeReleaseStory(pc: DeskPc): Promise<void> {
  const workspace = await pc.started()
  await write(workspace, '首次设置', typed, [
    createRecord('profile', PROFILE_ID, { unit: 'YY-430626', preparer: '示例员' }),
    createRecord('column', 'col1', { title: '备用列', kind: '文本' }),
  ])
  await write(workspace, '新增企业', typed, [
    createRecord('enterprise', 'a', {
      name: '平江县样例甲有限公司',
      code: '91430626MA4L000001',
      formerNames: { 旧名: { name: '样例旧名', until: '2020-06' } },
      titles: { 高新: { name: '高新技术企业', year: 2020 } },
      aboveScale: true,
    }),
  ])
  await write(
    workspace,
    '导入 3 家企业',
    { kind: 'imported', file: '名单.xlsx', sheet: '企业' },
    ['b', 'c', 'd'].map((id, at) =>
      createRecord(
        'enterprise',
        id,
        { name: `导入企业${id}`, park: '工业园' },
        { row: at + 3, custom: { col1: `值${id}` } },
      ),
    ),
  )
  await write(workspace, '年度名单等', typed, [
    createRecord('participation', 'p1', { enterprise: 'a', year: 2021 }),
    createRecord('patent', 'z1', {
      applicationNo: '202110000001.1',
      title: '一种装置',
      owners: { a: { order: 1, name: '平江县样例甲有限公司', enterprise: 'a' } },
    }),
    createRecord('activity', 'h1', {
      name: '对接会',
      date: '2021-03',
      participants: { b: { name: '导入企业b', enterprise: 'b' }, x: { name: '外县企业' } },
    }),
  ])
  await write(workspace, '粘贴 2 格', { kind: 'pasted' }, [
    setFields('enterprise', 'b', { park: '高新区' }),
    setFields('enterprise', 'c', { park: null }),
  ])
  await write(workspace, '合并企业', typed, [mergeRecords('enterprise', 'c', 'd')])
  await write(workspace, '改名称', typed, [setFields('enterprise', 'a', { name: '改错的名称' })])
  value(await workspace.undo())
  await write(workspace, '作废企业', typed, [voidRecord('enterprise', 'b', '重复')])
  value(await workspace.undo())
  value(await workspace.redo())
  await chunked(pc)
  await conflicting(pc)
}

async function write(workspace: Workspace, title: string, why: NewEdit['why'], ops: readonly Operation[]) {
  value(await workspace.commit({ ops, why, title }))
}

/** An edit in chunks, as only far larger ones are written. */
async function chunked(pc: DeskPc): Promise<void> {
  const journal = await pc.opened()
  const { station, clock } = journal.opened()
  const last = (await readAll(journal)).findLast((edit) => edit.id.station === station)
  if (last === undefined) throw new Error('no edit of this station')
  const { ops, id, prev, ...head }: Edit = {
    commit: randomUUID(),
    seen: clock,
    at: '2021-09-30T08:00:00.000Z',
    by: '李某',
    why: { kind: 'imported', file: '大名单.xlsx', sheet: '企业' },
    title: '导入 4 家企业',
    ops: ['e', 'f', 'g', 'h'].map((firm, at) =>
      createRecord('enterprise', firm, { name: `大名单${firm}` }, { row: at + 2 }),
    ),
    id: { station, n: last.id.n + 1 },
    prev: digestOf(last),
  }
  const edit = { ...head, ops, id, prev } as Edit
  const name = pc.files.names().at(-1) ?? ''
  let text = pc.files.text(name)
  let hash = /"hash":"([0-9a-f]{64})"}\n$/.exec(text)?.[1] ?? ''
  const add = (open: string) => {
    const line = sealLine(hash, [open])
    hash = line.hash
    text += Buffer.from(line.bytes).toString('utf8')
  }
  add(`{"kind":"begin","edit":${JSON.stringify({ ...head, id, prev })}`)
  for (const half of [ops?.slice(0, 2), ops?.slice(2)]) add(`{"kind":"chunk","ops":${JSON.stringify(half)}`)
  add(`{"kind":"end","chunks":2,"digest":"${digestOf(edit)}"`)
  pc.files.put(name, text)
}

/** Two PCs that fill in one cell at the same time; one of the two conflicts is settled. */
async function conflicting(pc: DeskPc): Promise<void> {
  const other = new DeskPc()
  other.folder = '/另一台'
  const here = await pc.started()
  const there = await other.started()
  value(await there.takeUp(other.bring(await readAll(await pc.opened()))))
  for (const [workspace, park] of [
    [here, '此处'],
    [there, '彼处'],
  ] as const) {
    await write(workspace, '改园区', typed, [setFields('enterprise', 'e', { park })])
    await write(workspace, '改园区', typed, [setFields('enterprise', 'f', { park })])
  }
  value(await here.takeUp(pc.bring(await readAll(await other.opened()))))
  await write(here, '核对：采用此处', typed, [setFields('enterprise', 'e', { park: '此处' })])
}
