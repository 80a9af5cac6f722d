import { createRecord, setFields } from '#shared/edits/operations.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import { noteOn, type Reasons, reasonsOf } from '#shared/report/report-notes.ts'
import { ok, type Result } from '#shared/result.ts'
import type { Workspace } from '../workspace/workspace.ts'

export interface ExplainDeps {
  readonly workspace: Pick<Workspace, 'records' | 'commit'>
  /** Id of a new 报送说明. */
  readonly newId: () => string
}

/** The write before: two about one line, sent at once, would both find no note and make two. */
let before: Promise<unknown> = Promise.resolve()

/**
 * 说明原因: stores the reasons of some lines of the check list as one edit; an empty one takes its reason back.
 * `reasonsFrom` is asked once everything sent before is stored.
 */
export function explainFindings(
  deps: ExplainDeps,
  period: string,
  reasonsFrom: (stored: Reasons) => Reasons,
): Promise<Result<unknown, AppError>> {
  const written = before.then(() => {
    const notes = deps.workspace.records.of('reportNote')
    return write(deps, period, reasonsFrom(reasonsOf(notes, period)))
  })
  before = written.catch(() => undefined)
  return written
}

async function write(
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
  if (ops.length === 0) return ok(null)
  const title = ops.length === 1 ? '填写报送说明' : `填写报送说明 ${ops.length} 项`
  return workspace.commit({ ops, why: { kind: 'typed' }, title })
}
