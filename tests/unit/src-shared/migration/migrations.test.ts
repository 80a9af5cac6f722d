import { expect, test } from 'vitest'
import type { Edit } from '#shared/edits/edit.ts'
import { type MigrationStep, migrateEdit, migrateFields } from '#shared/migration/migrations.ts'
import { needsBackupBefore } from '#shared/migration/needs-backup-before.ts'

/** 2: 所在园区 is called `site`; 3: each 曾用名 says since when it is unknown. */
const STEPS: readonly MigrationStep[] = [
  { what: 'park -> site', record: 'enterprise', field: 'park', becomes: (value) => ({ site: value }) },
  {
    what: 'formerNames carry a flag',
    record: 'enterprise',
    field: 'formerNames',
    becomes: (value, element) => ({
      [`formerNames/${element}`]: value === null ? null : { ...(value as object), checked: false },
    }),
  },
]

const edit = {
  ops: [
    {
      record: 'enterprise',
      id: 'a',
      set: { name: '甲', park: null, 'formerNames/旧': { name: '旧' } },
      row: 3,
    },
    { record: 'activity', id: 'h', set: { park: '别的' } },
    { record: 'enterprise', same: ['a', 'b'] },
  ],
} as unknown as Edit

test('every step after the number an edit was written under is run, in order, on its own field alone', () => {
  expect(migrateEdit(edit, 1, STEPS).ops).toEqual([
    {
      record: 'enterprise',
      id: 'a',
      set: { name: '甲', site: null, 'formerNames/旧': { name: '旧', checked: false } },
      row: 3,
    },
    { record: 'activity', id: 'h', set: { park: '别的' } },
    { record: 'enterprise', same: ['a', 'b'] },
  ])
  expect(migrateEdit(edit, 2, STEPS).ops?.[0]).toMatchObject({ set: { park: null } })
  expect(migrateEdit(edit, 3, STEPS)).toBe(edit)
})

test('one hop over two steps gives what two hops of one step each give', () => {
  const once = migrateEdit(edit, 1, STEPS.slice(0, 1))
  expect(migrateEdit(once, 2, STEPS)).toEqual(migrateEdit(edit, 1, STEPS))
})

test('a whole record of a signed file is stepped up like its edits', () => {
  const fields = { name: '甲', park: '工业园', formerNames: { 旧: { name: '旧' } } }
  expect(migrateFields('enterprise', fields, 1, STEPS)).toEqual({
    name: '甲',
    site: '工业园',
    formerNames: { 旧: { name: '旧', checked: false } },
  })
  expect(migrateFields('patent', fields, 1, STEPS)).toEqual(fields)
})

test('a backup comes before a newer program takes over, and only then', () => {
  expect([needsBackupBefore(1, 2), needsBackupBefore(2, 2)]).toEqual([true, false])
})
