import { contentsDifference } from '#shared/backup/contents-difference.ts'
import { applyEdit } from '#shared/edits/apply-edit.ts'
import type { Clock } from '#shared/edits/edit.ts'
import type { Records } from '#shared/edits/read-model.ts'
import { recordsOf } from '#shared/edits/records-view.ts'
import { createState } from '#shared/edits/state.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { BackupPreview } from '#shared/ipc/backup-channels.ts'
import type { JournalPosition } from '#shared/ipc/journal-channels.ts'
import { PROFILE_ID } from '#shared/records/profile.ts'
import { ok, type Result } from '#shared/result.ts'
import type { Journal } from '../journal/journal.ts'
import type { BackupContents } from './open-backup.ts'

export interface PreviewParts {
  readonly opened: string
  readonly fileName: string
  readonly contents: BackupContents
  /** The backup's journal, proved. */
  readonly backup: Journal
  /** What is there now; null when it cannot be opened. */
  readonly present: Journal | null
}

/** What a restore would bring; nothing is written. A present journal that no longer reads is treated as none. */
export async function previewOf(parts: PreviewParts): Promise<Result<BackupPreview, AppError>> {
  const { facts, kept } = parts.contents
  const backup = await recordsIn(parts.backup)
  if (!backup.ok) return backup
  const present = parts.present === null ? null : await recordsIn(parts.present)
  const now =
    parts.present !== null && present?.ok ? { ...parts.present.opened(), records: present.value } : null
  return ok({
    opened: parts.opened,
    fileName: parts.fileName,
    unit: facts.unit,
    createdAt: facts.createdAt,
    reason: facts.reason,
    program: facts.program,
    count: facts.head.count,
    counts: facts.counts,
    outbox: kept.outbox.size,
    keys: kept.keys.size,
    present:
      now === null
        ? null
        : {
            count: now.head.count,
            unit: now.records.get('profile', PROFILE_ID)?.unit ?? null,
            notInBackup: editsMissing(now.clock, parts.backup.opened().clock),
          },
    differences: [...contentsDifference(backup.value, now?.records ?? recordsOf(createState()))],
  })
}

/** Edits that `here` holds and `there` does not. */
function editsMissing(here: Clock, there: Clock): number {
  return Object.entries(here).reduce((sum, [station, n]) => sum + Math.max(0, n - (there[station] ?? 0)), 0)
}

async function recordsIn(journal: Journal): Promise<Result<Records, AppError>> {
  const state = createState()
  let after: JournalPosition | null = null
  for (let done = false; !done; ) {
    const batch = await journal.read(after)
    if (!batch.ok) return batch
    for (const edit of batch.value.edits) applyEdit(state, edit)
    after = batch.value.next
    done = batch.value.done
    await new Promise((resolve) => setImmediate(resolve))
  }
  return ok(recordsOf(state))
}
