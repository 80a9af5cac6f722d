import { z } from 'zod'
import type { Edit } from '#shared/edits/edit.ts'
import { validateEdit } from '#shared/edits/validate-draft.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import { MIGRATION, migrateEdit } from '#shared/migration/migrations.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { digestOf } from './edit-lines.ts'

/** An edit in the words of the data dictionary it was made under: its digest is that of this text on every PC. */
export interface WrittenEdit {
  /** Number of that dictionary (src-shared/migration). */
  readonly migration: number
  readonly edit: unknown
  /** Digest (SHA-256, hex) of the edit before personal fields were taken out of it: what the chain goes by. */
  readonly original?: string | undefined
}

/** A written edit that was found good in today's words. */
export interface ProvedEdit extends WrittenEdit {
  readonly edit: Edit
  /** What `prev` of its station's next edit names. */
  readonly digest: string
}

export const Digest = z.string().regex(/^[0-9a-f]{64}$/)

/** Checks an edit from outside against the data dictionary. */
export function proveWritten(written: WrittenEdit): Result<ProvedEdit, AppError> {
  const { migration, original } = written
  if (!Number.isInteger(migration) || migration < 1) return err({ code: 'edit.invalid', where: 'migration' })
  if (migration > MIGRATION) return err({ code: 'edit.newer' })
  if (original !== undefined && !Digest.safeParse(original).success) {
    return err({ code: 'edit.invalid', where: 'original' })
  }
  const edit = written.edit as Edit
  const today = validateEdit(inTodaysWords(edit, migration))
  return today.ok ? ok({ ...written, edit, digest: original ?? digestOf(edit) }) : today
}

/** A written edit in today's words, as the window takes it. */
export function todaysEdit(written: WrittenEdit): Result<Edit, AppError> {
  const proved = proveWritten(written)
  return proved.ok ? ok(migrateEdit(proved.value.edit, written.migration)) : proved
}

/** As much of an edit's shape as a migration step relies on. */
const Steppable = z.looseObject({
  ops: z.array(z.looseObject({ set: z.record(z.string(), z.unknown()).optional() })).optional(),
})

/** The steps come before the check of what they give, so they must not meet what they cannot handle. */
function inTodaysWords(edit: Edit, migration: number): unknown {
  if (migration === MIGRATION || !Steppable.safeParse(edit).success) return edit
  return migrateEdit(edit, migration)
}
