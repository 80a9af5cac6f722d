import { setFields } from '#shared/edits/operations.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import { PROFILE_ID } from '#shared/records/profile.ts'
import type { Result } from '#shared/result.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** By what a successor was let in; it stands in the title of the edit for ever. */
export type Authorisation =
  | { readonly by: 'reviewer' }
  | { readonly by: 'office' }
  | { readonly by: 'sheet' }
  /** No 口令 was ever set in this office; who agreed, by name. */
  | { readonly by: 'person'; readonly name: string }

/** 接任: the successor becomes 填报人. One edit in the successor's own name, with who gave way and what allowed it. */
export function takeOver(
  workspace: Pick<Workspace, 'records' | 'commit'>,
  successor: string,
  authorisation: Authorisation,
): Promise<Result<unknown, AppError>> {
  const leaver = workspace.records.get('profile', PROFILE_ID)?.preparer
  const from = leaver === undefined ? '' : `接替${leaver}`
  return workspace.commit({
    ops: [setFields('profile', PROFILE_ID, { preparer: successor })],
    why: { kind: 'typed' },
    title: `接任：${successor}${from}（${authorisationWords(authorisation)}）`,
    by: successor,
  })
}

function authorisationWords(authorisation: Authorisation): string {
  switch (authorisation.by) {
    case 'reviewer':
      return '审核人口令授权'
    case 'office':
      return '办公室口令授权'
    case 'sheet':
      return '恢复单授权'
    case 'person':
      return `${authorisation.name}当面同意，未核验口令`
  }
}
