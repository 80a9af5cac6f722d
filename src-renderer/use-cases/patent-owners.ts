import type { EditDraft, WriteOperation } from '#shared/edits/edit.ts'
import { setFields } from '#shared/edits/operations.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { PatentOwner } from '#shared/records/patent.ts'
import { ok, type Result } from '#shared/result.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { ownerKey } from './patent-create.ts'
import { patentName } from './patent-name.ts'

export interface KeyedOwner {
  readonly key: string
  readonly owner: PatentOwner
}

/** 专利权人 in the order of the register. */
export function ownersInOrder(
  owners: Readonly<Record<string, PatentOwner>> | undefined,
): readonly KeyedOwner[] {
  return Object.entries(owners ?? {})
    .map(([key, owner]) => ({ key, owner }))
    .toSorted((a, b) => a.owner.order - b.owner.order)
}

/** Adds a 专利权人 behind the others; one that is there already stays as it is. */
export function addOwner(
  workspace: Workspace,
  patent: string,
  added: { readonly name: string; readonly enterprise?: string },
): Promise<Result<EditDraft | null, AppError>> {
  const owners = ownersInOrder(workspace.records.get('patent', patent)?.owners)
  const key = ownerKey(added)
  if (owners.some((each) => each.key === key)) return Promise.resolve(ok(null))
  const order = (owners.at(-1)?.owner.order ?? 0) + 1
  return commit(workspace, patent, `加上专利权人“${added.name}”`, { [key]: { ...added, order } })
}

export function setAcquisition(
  workspace: Workspace,
  patent: string,
  { key, owner }: KeyedOwner,
  acquisition: PatentOwner['acquisition'],
): Promise<Result<EditDraft, AppError>> {
  const { acquisition: _before, ...rest } = owner
  const changed = acquisition === undefined ? rest : { ...rest, acquisition }
  return commit(workspace, patent, `“${owner.name}”的取得方式`, { [key]: changed })
}

export function removeOwner(
  workspace: Workspace,
  patent: string,
  { key, owner }: KeyedOwner,
): Promise<Result<EditDraft, AppError>> {
  return commit(workspace, patent, `去掉专利权人“${owner.name}”`, { [key]: null })
}

/** Moves an owner one place up (−1) or down (1); all are numbered anew from 1. */
export function moveOwner(
  workspace: Workspace,
  patent: string,
  key: string,
  step: -1 | 1,
): Promise<Result<EditDraft | null, AppError>> {
  const owners = [...ownersInOrder(workspace.records.get('patent', patent)?.owners)]
  const at = owners.findIndex((each) => each.key === key)
  const [moved, other] = [owners[at], owners[at + step]]
  if (moved === undefined || other === undefined) return Promise.resolve(ok(null))
  owners[at] = other
  owners[at + step] = moved
  const changed = owners
    .map(({ key, owner }, index) => ({ key, owner, order: index + 1 }))
    .filter(({ owner, order }) => owner.order !== order)
    .map(({ key, owner, order }) => [key, { ...owner, order }] as const)
  return commit(workspace, patent, '专利权人的顺序', Object.fromEntries(changed))
}

function commit(
  workspace: Workspace,
  patent: string,
  words: string,
  owners: Readonly<Record<string, PatentOwner | null>>,
): Promise<Result<EditDraft, AppError>> {
  const operation: WriteOperation = setFields('patent', patent, { owners })
  return workspace.commit({
    ops: [operation],
    why: { kind: 'typed' },
    title: `修改 ${patentName(workspace.records, patent)}：${words}`,
  })
}
