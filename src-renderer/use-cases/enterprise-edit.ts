import type { EditDraft, FieldValue } from '#shared/edits/edit.ts'
import { elementKey } from '#shared/edits/operations.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import { fieldOf } from '#shared/records/dictionary.ts'
import type { Result } from '#shared/result.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** A field of the firm as a screen knows it; `name` may be `custom.<column id>`. */
export interface EditedField {
  readonly name: string
  readonly title: string
}

/** Sets one field of a firm; null empties it. */
export function editEnterprise(
  workspace: Workspace,
  id: string,
  field: EditedField,
  value: FieldValue,
): Promise<Result<EditDraft, AppError>> {
  return workspace.commit({
    ops: [{ record: 'enterprise', id, set: { [field.name]: value } }],
    why: { kind: 'typed' },
    title: `修改 ${nameOf(workspace, id)} 的${field.title}`,
  })
}

/** Adds an element to 曾用名 or 现有资质, or changes it; its key is its name. */
export function putEnterpriseElement(
  workspace: Workspace,
  id: string,
  list: 'formerNames' | 'titles',
  element: { readonly name: string; readonly year?: number; readonly until?: string },
): Promise<Result<EditDraft, AppError>> {
  const { title } = fieldOf('enterprise', list)
  return workspace.commit({
    ops: [{ record: 'enterprise', id, set: { [`${list}/${elementKey(element.name)}`]: { ...element } } }],
    why: { kind: 'typed' },
    title: `${nameOf(workspace, id)} 的${title}加上“${element.name}”`,
  })
}

/** Takes an element out of 曾用名 or 现有资质. */
export function removeEnterpriseElement(
  workspace: Workspace,
  id: string,
  list: 'formerNames' | 'titles',
  key: string,
): Promise<Result<EditDraft, AppError>> {
  const { title } = fieldOf('enterprise', list)
  const element = workspace.records.get('enterprise', id)?.[list]?.[key]
  return workspace.commit({
    ops: [{ record: 'enterprise', id, set: { [`${list}/${key}`]: null } }],
    why: { kind: 'typed' },
    title: `${nameOf(workspace, id)} 的${title}去掉“${element?.name ?? key}”`,
  })
}

function nameOf(workspace: Workspace, id: string): string {
  return workspace.records.get('enterprise', id)?.name ?? '未填名称的企业'
}
