import { expect, it } from 'vitest'
import { repairWords } from '#renderer/app/repair-words.ts'
import { useBackupState } from '#renderer/state/backup-state.ts'
import { leaveRestore } from '#renderer/state/leave-restore.ts'
import { useOpeningState } from '#renderer/state/opening-state.ts'
import { restoreBackup } from '#renderer/use-cases/backup-restore.ts'
import type { Desktop } from '#shared/ipc/contract.ts'
import { err } from '#shared/result.ts'

it('a failed restore opens the workspace again: the journal may be closed', async () => {
  const error = { code: 'backup.restore-unfinished', why: '“台账”不能写入' } as const
  const desktop = { call: async () => err(error) } as unknown as Pick<Desktop, 'call'>
  const end = await restoreBackup(desktop, 'x')
  expect(end).toEqual({ at: 'failed', error })
  useBackupState.getState().setRestoring(true)
  const { opening } = useOpeningState.getState()
  leaveRestore(end)
  expect(useOpeningState.getState().opening).toBe(opening + 1)
  expect(useBackupState.getState()).toMatchObject({
    restoring: false,
    justRestored: false,
    openingRestored: false,
  })
})

it('a restore that opening finished names the folder of the old data', () => {
  const { title, advice } = repairWords({ kind: 'restored', aside: '恢复前-2021-10-08-090000' })
  expect(title).toContain('恢复')
  expect(advice).toContain('“恢复前-2021-10-08-090000”')
})
