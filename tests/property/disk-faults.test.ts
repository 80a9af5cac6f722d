import { expect, test } from 'vitest'
import { backupDiskRounds } from '../faults/disk/backup-disk-rounds.ts'
import { exportDiskRounds } from '../faults/disk/export-disk-rounds.ts'
import { journalDiskRounds } from '../faults/disk/journal-disk-rounds.ts'

test('whatever the disk does under the journal, what was called saved is there again and nothing half is', async () => {
  const tally = await journalDiskRounds({ every: 40, everyLarge: null })
  expect(tally.losses.slice(0, 20)).toEqual([])
  expect(tally.rounds).toBeGreaterThan(1500)
})

test('whatever the stick does under an export, it is there whole or not at all and the earlier one is untouched', async () => {
  const tally = await exportDiskRounds()
  expect(tally.losses.slice(0, 20)).toEqual([])
  expect(tally.rounds).toBeGreaterThan(500)
})

test('whatever the disk does under a backup, no half one bears its name and the earlier one is untouched', async () => {
  const tally = await backupDiskRounds(97)
  expect(tally.losses.slice(0, 20)).toEqual([])
  expect(tally.rounds).toBeGreaterThan(300)
})
