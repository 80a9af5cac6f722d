import { setFields } from '#shared/edits/operations.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Row } from '#shared/records/dictionary.ts'
import type { Result } from '#shared/result.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** 撤回 before 报送登记: the number stays used and the next file lists it as void (DOMAIN.md J16). */
export function withdrawReport(
  workspace: Pick<Workspace, 'commit'>,
  submission: Row<'submission'>,
): Promise<Result<unknown, AppError>> {
  return workspace.commit({
    ops: [setFields('submission', submission.id, { state: '已撤回' })],
    why: { kind: 'typed' },
    title: `撤回定稿 ${submission.fileName ?? ''}`,
  })
}
