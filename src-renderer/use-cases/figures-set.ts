import type { EditDraft, FieldValue, WriteOperation } from '#shared/edits/edit.ts'
import { createRecord } from '#shared/edits/operations.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import { fieldOf, type Row } from '#shared/records/dictionary.ts'
import type { Figures } from '#shared/records/figures.ts'
import { ok, type Result } from '#shared/result.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** Whose figures of which period; `record` is null while nothing is entered for it. */
export interface FiguresPlace {
  readonly enterprise: string
  readonly year: number
  readonly period: NonNullable<Figures['period']>
  readonly record: string | null
}

/** 数据状态 of figures typed in for the first time. */
export const FIRST_STATE = '快报'

/**
 * Sets one figure of a firm's period; the first value of a period creates its record as 快报. Emptying a cell of a
 * period without record changes nothing.
 */
export function setFigure(
  workspace: Workspace,
  newId: () => string,
  place: FiguresPlace,
  field: string,
  value: FieldValue,
): Promise<Result<EditDraft | null, AppError>> {
  const { enterprise, year, period, record } = place
  if (record === null && value === null) return Promise.resolve(ok(null))
  const firm = workspace.records.get('enterprise', enterprise)?.name ?? '未填名称的企业'
  const write = { [field]: value }
  const operation: WriteOperation =
    record === null
      ? withWrite(firstRecord(workspace, newId, place), write)
      : { record: 'figures', id: record, set: write }
  const { title } = fieldOf('figures', field)
  return workspace.commit({
    ops: [operation],
    why: { kind: 'typed' },
    title: `${record === null ? '填报' : '修改'} ${firm} ${year}年${period}的${title}`.slice(0, 200),
  })
}

/** Ids given to records whose first commit may still be under way, so that two quick cells make one record. */
const givenIds = new WeakMap<Workspace, Map<string, string>>()

function firstRecord(workspace: Workspace, newId: () => string, place: FiguresPlace): WriteOperation {
  const { enterprise, year, period } = place
  const given = givenIds.get(workspace) ?? new Map<string, string>()
  givenIds.set(workspace, given)
  const key = `${enterprise} ${year} ${period}`
  const before = given.get(key)
  const isGone = before !== undefined && isVoided(workspace, before)
  const id = before === undefined || isGone ? newId() : before
  given.set(key, id)
  return createRecord('figures', id, { enterprise, year, period, state: FIRST_STATE })
}

function isVoided(workspace: Workspace, id: string): boolean {
  return workspace.records.all('figures').some((stored) => stored.id === id && stored.voided !== null)
}

function withWrite(operation: WriteOperation, write: Readonly<Record<string, FieldValue>>): WriteOperation {
  return { ...operation, set: { ...operation.set, ...write } }
}

/** Sets 数据状态 of several records as one action. */
export function setFiguresState(
  workspace: Workspace,
  records: readonly Row<'figures'>[],
  state: NonNullable<Figures['state']>,
): Promise<Result<EditDraft, AppError>> {
  return workspace.commit({
    ops: records.map(({ id }) => ({ record: 'figures', id, set: { state } })),
    why: { kind: 'typed' },
    title: `${records.length} 家企业的数据状态改为${state}`,
  })
}
