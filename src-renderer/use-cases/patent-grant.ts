import type { EditDraft } from '#shared/edits/edit.ts'
import { setFields } from '#shared/edits/operations.ts'
import type { Records } from '#shared/edits/read-model.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Contribution } from '#shared/indicators/indicator.ts'
import { periodOf } from '#shared/indicators/report-period.ts'
import { registerFacts, scopeOf } from '#shared/indicators/scope.ts'
import { zeroBreakers } from '#shared/indicators/zero-breakers.ts'
import type { PlanPack } from '#shared/pack/plan-pack.ts'
import { ok, type Result } from '#shared/result.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { patentName } from './patent-name.ts'

/** What the clerk answers to 公告了吗. */
export type GrantAnswer =
  | { readonly announced: true; readonly grantedOn: string; readonly grantNo: string | null }
  | { readonly announced: false }

/** A firm whose 破零 verdict this grant has changed, with the program's reason. */
export interface ZeroBreak {
  readonly firm: string
  readonly verdict: 'achieved' | 'to-verify'
  readonly reason: string
}

/**
 * 登记授权. Without 公告 the patent waits in 授权通知 and counts nowhere. Returns the firms of that year's list that
 * 实现破零, or need their history checked, because of this grant.
 */
export async function registerGrant(
  workspace: Workspace,
  pack: PlanPack,
  id: string,
  answer: GrantAnswer,
): Promise<Result<readonly ZeroBreak[], AppError>> {
  const name = patentName(workspace.records, id)
  const before = workspace.records
  const verdictsBefore = answer.announced ? verdictsOf(before, pack, yearOf(answer.grantedOn)) : new Map()
  const done = await workspace.commit({
    ops: [setFields('patent', id, changesOf(answer))],
    why: { kind: 'typed' },
    title: grantTitle(name, answer),
  })
  if (!done.ok) return done
  if (!answer.announced) return ok([])
  const after = verdictsOf(workspace.records, pack, yearOf(answer.grantedOn))
  return ok([...after].flatMap(([entry, now]) => zeroBreakOf(verdictsBefore.get(entry), now)))
}

function changesOf(answer: GrantAnswer) {
  if (!answer.announced) return { status: '授权通知' } as const
  const grantNo = answer.grantNo === null ? {} : { grantNo: answer.grantNo }
  return { status: '授权', grantedOn: answer.grantedOn, ...grantNo } as const
}

function grantTitle(name: string, answer: GrantAnswer): string {
  const words = answer.announced
    ? `登记 ${name} 授权公告 ${answer.grantedOn}`
    : `登记 ${name} 已获授权通知，待公告`
  return words.slice(0, 200) satisfies EditDraft['title']
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4))
}

function verdictsOf(records: Records, pack: PlanPack, year: number): Map<string, Contribution> {
  const scope = scopeOf(registerFacts(records, pack), periodOf(year, 4))
  const { contributions } = zeroBreakers(scope, 'cumulative')
  return new Map(contributions.map((entry) => [entry.id, entry]))
}

function zeroBreakOf(before: Contribution | undefined, now: Contribution): readonly ZeroBreak[] {
  if (before?.counts === now.counts && before.reason === now.reason) return []
  if (now.counts) return [{ firm: now.label, verdict: 'achieved', reason: now.reason }]
  return now.gap !== null ? [{ firm: now.label, verdict: 'to-verify', reason: now.reason }] : []
}
