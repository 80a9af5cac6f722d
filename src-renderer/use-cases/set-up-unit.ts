import { createRecord, type FieldChanges } from '#shared/edits/operations.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import { PROFILE_ID } from '#shared/records/profile.ts'
import type { Result } from '#shared/result.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** 首次设置: 本单位档案 comes into being, as one edit; from then on the program opens on its screens. */
export function setUpUnit(
  workspace: Pick<Workspace, 'commit'>,
  profile: FieldChanges<'profile'>,
): Promise<Result<unknown, AppError>> {
  return workspace.commit({
    ops: [createRecord('profile', PROFILE_ID, profile)],
    why: { kind: 'typed' },
    title: '首次设置',
  })
}
