import { createRecord, setFields } from '#shared/edits/operations.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import { noteOn, type Reasons } from '#shared/report/report-notes.ts'
import type { Result } from '#shared/result.ts'
import type { Workspace } from '../workspace/workspace.ts'

export interface ExplainDeps {
  readonly workspace: Pick<Workspace, 'records' | 'commit'>
  /** Id of a new 报送说明. */
  readonly newId: () => string
}

/** 说明原因: stores the reasons of some lines of the check list as one edit; an empty one takes its reason back. */
export function explainFindings(
  { workspace, newId }: ExplainDeps,
  period: string,
  reasons: Reasons,
): Promise<Result<unknown, AppError>> {
  const notes = workspace.records.of('reportNote')
  const ops = Object.entries(reasons).map(([subject, typed]) => {
    const reason = typed.trim() === '' ? null : typed.trim()
    const note = noteOn(notes, period, subject)
    return note === null
      ? createRecord('reportNote', newId(), { period, subject, reason })
      : setFields('reportNote', note.id, { reason })
  })
  return workspace.commit({ ops, why: { kind: 'typed' }, title: titleOf(Object.values(reasons)) })
}

function titleOf(reasons: readonly string[]): string {
  return reasons.length === 1 ? '填写报送说明' : `填写报送说明 ${reasons.length} 项`
}
