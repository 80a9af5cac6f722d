import type { EditDraft } from '#shared/edits/edit.ts'
import { createRecord } from '#shared/edits/operations.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Participation } from '#shared/records/participation.ts'
import type { Result } from '#shared/result.ts'
import type { Workspace } from '../workspace/workspace.ts'

export interface NewEntries {
  readonly year: number
  readonly enterprises: readonly string[]
  readonly type: Participation['type'] | null
  readonly state: NonNullable<Participation['state']>
  /** 列入日期, or null. */
  readonly listedOn: string | null
}

/** 加入名单: firms of the register on one year's list, as one action. Firms already listed are left as they are. */
export function addToList(
  workspace: Workspace,
  newId: () => string,
  { year, enterprises, type, state, listedOn }: NewEntries,
): Promise<Result<EditDraft, AppError>> {
  const listed = new Set(
    workspace.records
      .of('participation')
      .filter((entry) => entry.year === year)
      .map((entry) => entry.enterprise),
  )
  const added = enterprises.filter((enterprise) => !listed.has(enterprise))
  return workspace.commit({
    ops: added.map((enterprise) =>
      createRecord('participation', newId(), { enterprise, year, type, state, listedOn }),
    ),
    why: { kind: 'typed' },
    title: `${added.length} 家企业加入${year}年名单`,
  })
}
