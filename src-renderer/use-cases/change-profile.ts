import type { FieldValue } from '#shared/edits/edit.ts'
import { setFields } from '#shared/edits/operations.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import { fieldOf } from '#shared/records/dictionary.ts'
import { PROFILE_ID } from '#shared/records/profile.ts'
import type { Result } from '#shared/result.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** One field of 本单位档案; null empties it. */
export function changeProfile(
  workspace: Pick<Workspace, 'commit'>,
  field: string,
  value: FieldValue,
): Promise<Result<unknown, AppError>> {
  return workspace.commit({
    ops: [setFields('profile', PROFILE_ID, { [field]: value })],
    why: { kind: 'typed' },
    title: `修改本单位档案的${fieldOf('profile', field).title}`,
  })
}
