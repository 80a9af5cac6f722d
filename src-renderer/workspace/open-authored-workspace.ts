import type { AppError } from '#shared/errors/app-error.ts'
import { PROFILE_ID } from '#shared/records/profile.ts'
import { ok, type Result } from '#shared/result.ts'
import { openWorkspace, type WorkspaceDeps } from './open-workspace.ts'
import type { Workspace } from './workspace.ts'

/** Stands on edits made before there is a 填报人. */
const BEFORE_SETUP = '首次设置'

/** Opens the workspace; its edits carry the 填报人 of 本单位档案 as it is when they are made. */
export async function openAuthoredWorkspace(
  deps: Omit<WorkspaceDeps, 'author'>,
): Promise<Result<Workspace, AppError>> {
  let open: Workspace | null = null
  const author = () => open?.records.get('profile', PROFILE_ID)?.preparer ?? BEFORE_SETUP
  const opened = await openWorkspace({ ...deps, author })
  if (!opened.ok) return opened
  open = opened.value
  return ok(open)
}
