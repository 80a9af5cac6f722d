import { notifications } from '@mantine/notifications'
import type { OpeningRepair } from '../workspace/open-workspace.ts'
import { repairWords } from './repair-words.ts'

/** Tells what opening had to put right; stays until the clerk has read it. */
export function showRepairs(repairs: readonly OpeningRepair[]): void {
  for (const repair of repairs) {
    const { title, advice } = repairWords(repair)
    notifications.show({ title, message: advice, color: 'orange', autoClose: false })
  }
}
