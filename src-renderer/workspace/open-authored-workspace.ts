import type { AppError } from '#shared/errors/app-error.ts'
import { operatorAfter } from '#shared/exchange/operator.ts'
import { PROFILE_ID } from '#shared/records/profile.ts'
import { ok, type Result } from '#shared/result.ts'
import { openWorkspace, type WorkspaceDeps } from './open-workspace.ts'
import type { Workspace } from './workspace.ts'

/** Stands on edits made before there is a 填报人. */
const BEFORE_SETUP = '首次设置'

/** 本机操作人, where this PC has one of its own. */
export interface OperatorSeat {
  /** null: the 填报人 of 本单位档案. */
  current(): string | null
  name(operator: string): void
}

export interface AuthoredDeps extends Omit<WorkspaceDeps, 'author'> {
  readonly operator?: OperatorSeat
}

/** Opens the workspace; its edits carry 本机操作人, else the 填报人 of 本单位档案 as it is when they are made. */
export async function openAuthoredWorkspace({
  operator,
  ...deps
}: AuthoredDeps): Promise<Result<Workspace, AppError>> {
  let open: Workspace | null = null
  const preparer = () => open?.records.get('profile', PROFILE_ID)?.preparer
  const author = () => operator?.current() ?? preparer() ?? BEFORE_SETUP
  const opened = await openWorkspace({ ...deps, author })
  if (!opened.ok) return opened
  const workspace = opened.value
  open = workspace
  const { commit } = workspace
  return ok({
    ...workspace,
    get records() {
      return workspace.records
    },
    get revision() {
      return workspace.revision
    },
    commit: async (edit) => {
      const before = preparer()
      const done = await commit(edit)
      const seated = operator?.current() ?? null
      if (done.ok && seated !== null) {
        const next = operatorAfter(seated, before, edit)
        if (next !== seated) operator?.name(next)
      }
      return done
    },
  })
}
