import type { EditDraft } from '#shared/edits/edit.ts'
import { restoreRecord, voidRecord } from '#shared/edits/operations.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Row } from '#shared/records/dictionary.ts'
import type { Result } from '#shared/result.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** 作废 of figures entered by mistake: counted nowhere, restorable. */
export function voidFigures(
  workspace: Workspace,
  figures: readonly Row<'figures'>[],
  reason: string,
): Promise<Result<EditDraft, AppError>> {
  return workspace.commit({
    ops: figures.map(({ id }) => voidRecord('figures', id, reason)),
    why: { kind: 'typed' },
    title: `作废企业数据 ${figuresNames(workspace, figures)}`.slice(0, 200),
  })
}

/** Takes 作废 back. */
export function restoreFigures(
  workspace: Workspace,
  figures: Row<'figures'>,
): Promise<Result<EditDraft, AppError>> {
  return workspace.commit({
    ops: [restoreRecord('figures', figures.id)],
    why: { kind: 'typed' },
    title: `恢复企业数据 ${figuresNames(workspace, [figures])}`.slice(0, 200),
  })
}

function figuresNames(workspace: Workspace, figures: readonly Row<'figures'>[]): string {
  const [only] = figures
  if (figures.length !== 1 || only === undefined) return `${figures.length} 条`
  const firm = workspace.records.get('enterprise', only.enterprise ?? '')?.name ?? '未填名称的企业'
  return `${firm} ${only.year ?? ''}年${only.period ?? ''}`
}
