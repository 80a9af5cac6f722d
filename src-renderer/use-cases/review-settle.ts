import type { EditDraft, FieldValue } from '#shared/edits/edit.ts'
import { recordName } from '#shared/edits/record-words.ts'
import type { Naming } from '#shared/edits/register-words.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { DictionaryField } from '#shared/records/dictionary.ts'
import type { Result } from '#shared/result.ts'
import type { Conflict } from '#shared/review/conflict.ts'
import { placeWords } from '#shared/review/conflict-words.ts'
import { type Duplicate, distinctOperation } from '#shared/review/duplicate.ts'
import { type BulkPlan, settleOperation } from '#shared/review/settle.ts'
import { PLAN_PACK } from '../workspace/plan-pack.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { editPatent } from './patent-edit.ts'

type Done = Promise<Result<EditDraft, AppError>>

function namingOf({ records }: Workspace): Naming {
  return { records, indicators: PLAN_PACK.indicators }
}

/** One of the values holds; the edit has seen all of them, so that the conflict is settled for good. */
export function settleConflict(workspace: Workspace, conflict: Conflict, value: FieldValue): Done {
  const naming = namingOf(workspace)
  const { record, cell } = placeWords(naming, conflict)
  return workspace.commit({
    ops: [settleOperation(conflict, value)],
    why: { kind: 'typed' },
    // No value: a title stays for ever, also when 清除个人信息 takes the value out.
    title: `选定 ${record} 的${cell}`,
  })
}

/** A third value is typed in place of those in conflict. */
export function settleTyped(
  workspace: Workspace,
  conflict: Conflict,
  field: DictionaryField,
  value: FieldValue,
): Done {
  // A 申请号 has its canonical spelling, and a 授权公告日 says more than a date.
  if (conflict.type === 'patent') return editPatent(workspace, conflict.id, field.name, value)
  return settleConflict(workspace, conflict, value)
}

const RULE_WORDS = { own: '全部取本机', newer: '全部取较新' } as const

/** Many at once by one rule; one edit, undone as one. */
export function settleAll(workspace: Workspace, plan: BulkPlan): Done {
  return workspace.commit({
    ops: plan.ops,
    why: { kind: 'typed' },
    title: `待核对：${RULE_WORDS[plan.rule]}，${plan.settled}处`,
  })
}

/** 不是同一家: the pair is not asked about again, on any PC. */
export function sayDistinct(workspace: Workspace, { ids }: Duplicate): Done {
  const [one, other] = ids.map((id) => recordName(workspace.records, 'enterprise', id))
  return workspace.commit({
    ops: [distinctOperation(ids)],
    why: { kind: 'typed' },
    title: `${one} 与 ${other} 不是同一家`,
  })
}
