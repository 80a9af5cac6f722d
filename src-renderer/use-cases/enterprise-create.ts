import { isCreditCode, normaliseCode } from '#shared/codes/credit-code.ts'
import { createRecord } from '#shared/edits/operations.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import { ok, type Result } from '#shared/result.ts'
import type { Workspace } from '../workspace/workspace.ts'

export interface NewEnterprise {
  readonly name: string
  /** As typed; '' when not known yet. */
  readonly code: string
  /** Short name of the own 填报单位; null at the city. */
  readonly unit: string | null
}

/** 新增企业: the id of the new firm. */
export async function createEnterprise(
  workspace: Workspace,
  id: string,
  { name, code, unit }: NewEnterprise,
): Promise<Result<string, AppError>> {
  const operation = createRecord('enterprise', id, {
    name: name.trim(),
    code: normaliseCode(code),
    ...(unit === null ? {} : { unit }),
  })
  const done = await workspace.commit({
    ops: [operation],
    why: { kind: 'typed' },
    title: `新增企业 ${name.trim()}`,
  })
  return done.ok ? ok(id) : done
}

/** The firm that already has this valid code, or else this name; undefined when it is new. */
export function knownEnterprise(
  workspace: Workspace,
  name: string,
  code: string,
): { readonly id: string; readonly name: string; readonly by: 'code' | 'name' } | undefined {
  const wanted = normaliseCode(code)
  const firms = workspace.records.of('enterprise')
  const sameCode = isCreditCode(wanted) ? firms.find((firm) => firm.code === wanted) : undefined
  if (sameCode !== undefined) return { id: sameCode.id, name: sameCode.name ?? '', by: 'code' }
  const sameName = firms.find((firm) => firm.name === name.trim())
  return sameName === undefined ? undefined : { id: sameName.id, name: name.trim(), by: 'name' }
}
