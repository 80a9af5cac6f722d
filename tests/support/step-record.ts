import { createHash } from 'node:crypto'
import type { Edit } from '#shared/edits/edit.ts'
import { type MigrationStep, migrateEdit } from '#shared/migration/migrations.ts'

/** SHA-256 of the edits of the first release after each step: what a released step does is recorded for ever. */
export function stepRecord(steps: readonly MigrationStep[], edits: readonly Edit[]): readonly string[] {
  return steps.map((_, at) => {
    const stepped = edits.map((edit) => migrateEdit(edit, 1, steps.slice(0, at + 1)))
    return createHash('sha256').update(JSON.stringify(stepped)).digest('hex')
  })
}

/** What was done to released steps that must not be: changed, moved, taken away. */
export function brokenSteps(
  recorded: readonly string[],
  steps: readonly MigrationStep[],
  edits: readonly Edit[],
): readonly string[] {
  const today = stepRecord(steps, edits)
  return recorded.flatMap((hash, at) =>
    today[at] === hash
      ? []
      : [`step ${at + 2} ${today[at] === undefined ? 'is gone' : 'was changed or moved'}`],
  )
}
