import { createRecord, setFields, voidRecord } from '#shared/edits/operations.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import { type FigurePlace, spanWord, statedFiguresAt } from '#shared/indicators/stated-figures.ts'
import { ok, type Result } from '#shared/result.ts'
import type { Workspace } from '../workspace/workspace.ts'

export interface StatementDeps {
  readonly workspace: Pick<Workspace, 'records' | 'commit'>
  /** Id of a new 手工填列. */
  readonly newId: () => string
}

/** 手工填列: states a number of 表1 with its reason, in place of an earlier statement. */
export function stateFigure(
  { workspace, newId }: StatementDeps,
  place: FigurePlace,
  title: string,
  statement: { readonly value: number; readonly reason: string },
): Promise<Result<unknown, AppError>> {
  const [known, ...doubled] = statedFiguresAt(workspace.records, place)
  const { indicator, period, span } = place
  const write =
    known === undefined
      ? createRecord('statedFigure', newId(), { indicator, period, span: spanWord(span), ...statement })
      : setFields('statedFigure', known.id, statement)
  const ops = [write, ...doubled.map(({ id }) => voidRecord('statedFigure', id, '同一数字只留一条'))]
  return workspace.commit({ ops, why: { kind: 'typed' }, title: `手工填列 ${period} ${title}` })
}

/** 恢复系统测算: the statement is 作废, the computed number stands again. */
export async function unstateFigure(
  { workspace }: Pick<StatementDeps, 'workspace'>,
  place: FigurePlace,
  title: string,
): Promise<Result<unknown, AppError>> {
  const ops = statedFiguresAt(workspace.records, place).map(({ id }) =>
    voidRecord('statedFigure', id, '恢复系统测算'),
  )
  if (ops.length === 0) return ok(null)
  return workspace.commit({ ops, why: { kind: 'typed' }, title: `恢复系统测算 ${place.period} ${title}` })
}
