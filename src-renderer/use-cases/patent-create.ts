import { comparablePatentNumber, parsePatentNumber } from '#shared/codes/patent-number.ts'
import { createRecord } from '#shared/edits/operations.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Patent } from '#shared/records/patent.ts'
import { ok, type Result } from '#shared/result.ts'
import { nameKey } from '#shared/tabular/firm-names.ts'
import type { Workspace } from '../workspace/workspace.ts'

export interface NewPatent {
  readonly number: string
  readonly title: string
  readonly filedOn: string | null
  readonly status: Patent['status'] | null
  /** The first owner: a firm of ours by id, or a name outside the register; null when not known yet. */
  readonly owner: { readonly name: string; readonly enterprise?: string } | null
}

/** 新增专利; 专利类型 follows from the number. Returns the new record's id. */
export async function createPatent(
  workspace: Workspace,
  newId: () => string,
  { number, title, filedOn, status, owner }: NewPatent,
): Promise<Result<string, AppError>> {
  const id = newId()
  const parsed = parsePatentNumber(number)
  const kind = parsed?.form === 'application' ? parsed.kind : null
  const operation = createRecord('patent', id, {
    applicationNo: comparablePatentNumber(number),
    title: title.trim() === '' ? null : title.trim(),
    kind,
    filedOn,
    status,
    ...(owner === null ? {} : { owners: { [ownerKey(owner)]: { ...owner, order: 1 } } }),
  })
  const done = await workspace.commit({
    ops: [operation],
    why: { kind: 'typed' },
    title: `新增专利 ${title.trim() || comparablePatentNumber(number)}`,
  })
  return done.ok ? ok(id) : done
}

/** Element key of an owner, the same as the import gives it. */
export function ownerKey(owner: { readonly name: string; readonly enterprise?: string }): string {
  return owner.enterprise ?? nameKey(owner.name)
}
