import { randomUUID } from 'node:crypto'
import type { AppError } from '#shared/errors/app-error.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { type Journal, openJournal } from '../journal/journal.ts'
import { memoryJournalFiles, noMarker } from './memory-journal-files.ts'
import type { BackupContents } from './open-backup.ts'
import { RecordCounter } from './record-counter.ts'

/**
 * Opens the journal of a backup as a data folder is opened, which proves every line of its chain, and counts edits and
 * records: they must be exactly what backup.json says.
 */
export async function proveContents(
  contents: BackupContents,
  fileName: string,
): Promise<Result<Journal, AppError>> {
  const { facts } = contents
  const damaged = (where: string) => err({ code: 'backup.damaged', fileName, where } as const)
  const journal = await openJournal({
    files: memoryJournalFiles(contents.journal),
    marker: noMarker,
    machine: 'backup',
    folder: fileName,
    newId: randomUUID,
  })
  if (!journal.ok) {
    if (journal.error.code === 'journal.newer') return err({ code: 'backup.newer', fileName })
    return damaged(
      journal.error.code === 'journal.damaged'
        ? `${journal.error.file} 第 ${journal.error.line} 行`
        : '台账日志',
    )
  }
  const { journal: id, head, repairs } = journal.value.opened()
  if (id !== facts.journal || head.count !== facts.head.count || head.hash !== facts.head.hash)
    return damaged('修改次数')
  if (repairs.some((repair) => repair.kind === 'torn-tail')) return damaged('台账日志末尾')
  const counted = await new RecordCounter().countTo(journal.value, head)
  if (!counted.ok) return damaged('台账日志')
  if (!sameCounts(counted.value.counts, facts.counts) || counted.value.unit !== facts.unit)
    return damaged('记录条数')
  return ok(journal.value)
}

function sameCounts(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean {
  const types = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...types].every((type) => (a[type] ?? 0) === (b[type] ?? 0))
}
