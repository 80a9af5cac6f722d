import { expect, it } from 'vitest'
import { backupName, parseBackupName } from '#shared/backup/backup-name.ts'

const heading = {
  format: 'pbz-backup-1',
  program: '0.1.0',
  unit: 'YY-430626',
  journal: '1a2b3c4d-0000-4000-8000-000000000000',
  station: '5e6f7a8b000040008000000000000000',
  head: { count: 1234, hash: 'a'.repeat(64) },
  createdAt: '2021-10-08T01:00:00.123Z',
  reason: 'before-restore',
} as const

it('a name says unit, time, reason, edits and chain, in ASCII', () => {
  const name = backupName(heading)
  expect(name).toBe('YY-430626_20211008T010000Z_before-restore_1234_1a2b3c4d_5e6f7a8b.pbz-backup')
  expect(parseBackupName(name)).toEqual({
    name,
    unit: 'YY-430626',
    createdAt: '2021-10-08T01:00:00Z',
    reason: 'before-restore',
    count: 1234,
    journal: '1a2b3c4d',
    station: '5e6f7a8b',
  })
})

it.each(['备份.pbz-backup', 'x_20211008T010000Z_daily_1_1a2b3c4d_5e6f7a8b.pbz-backup', 'a.zip', '../etc'])(
  '%s is not one of ours',
  (name) => expect(parseBackupName(name)).toBeNull(),
)

it('an unknown reason or an impossible date is not one of ours', () => {
  expect(parseBackupName('YY-430626_20211008T010000Z_x_1_1a2b3c4d_5e6f7a8b.pbz-backup')).toBeNull()
  expect(parseBackupName('YY-430626_20211308T010000Z_daily_1_1a2b3c4d_5e6f7a8b.pbz-backup')).toBeNull()
})

it('a unit not yet chosen has a name all the same', () => {
  expect(parseBackupName(backupName({ ...heading, unit: null }))?.unit).toBe('YY-000000')
})
