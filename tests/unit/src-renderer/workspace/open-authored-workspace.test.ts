import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openAuthoredWorkspace } from '#renderer/workspace/open-authored-workspace.ts'
import { createRecord, setFields } from '#shared/edits/operations.ts'
import { PROFILE_ID } from '#shared/records/profile.ts'
import { value } from '../../src-main/journal/journal-fixture.ts'
import { DeskPc } from './desktop-fixture.ts'

test('edits carry the 填报人 of the moment, and 首次设置 before there is one', async () => {
  const pc = new DeskPc()
  const workspace = value(
    await openAuthoredWorkspace({
      desktop: pc.desktop(),
      database: pc.database(),
      newId: randomUUID,
      now: () => new Date('2021-09-30T08:00:00.000Z'),
    }),
  )
  const profile = { unit: 'YY-430626', fullName: '某局', preparer: '李某' }
  const authors: string[] = []
  for (const op of [
    createRecord('profile', PROFILE_ID, profile),
    setFields('profile', PROFILE_ID, { preparer: '王某' }),
    setFields('profile', PROFILE_ID, { office: '中小企业股' }),
  ]) {
    authors.push(value(await workspace.commit({ ops: [op], why: { kind: 'typed' }, title: '修改' })).by)
  }
  expect(authors).toEqual(['首次设置', '李某', '王某'])
})

test('on one of several PCs edits carry who sits there, whoever the 填报人 of the unit is', async () => {
  const pc = new DeskPc()
  let seated: string | null = null
  const workspace = value(
    await openAuthoredWorkspace({
      desktop: pc.desktop(),
      database: pc.database(),
      newId: randomUUID,
      now: () => new Date('2021-09-30T08:00:00.000Z'),
      operator: {
        current: () => seated,
        name: (operator) => {
          seated = operator
        },
      },
    }),
  )
  const commit = async (preparer: string, by?: string) => {
    const ops = [setFields('profile', PROFILE_ID, { preparer })]
    const named = by === undefined ? {} : { by }
    return value(await workspace.commit({ ops, why: { kind: 'typed' }, title: '修改', ...named })).by
  }
  await workspace.commit({
    ops: [createRecord('profile', PROFILE_ID, { unit: 'YY-430626', fullName: '某局', preparer: '李某' })],
    why: { kind: 'typed' },
    title: '设置',
  })
  seated = '王某'
  expect([await commit('赵某'), seated]).toEqual(['王某', '王某'])
  expect([await commit('孙某', '孙某'), seated]).toEqual(['孙某', '孙某'])
  expect([await commit('孙某某'), seated]).toEqual(['孙某', '孙某某'])
  expect(workspace.records.get('profile', PROFILE_ID)?.preparer).toBe('孙某某')
})
