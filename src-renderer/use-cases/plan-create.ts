import { unitByCode } from '#shared/codes/reporting-units.ts'
import { createRecord } from '#shared/edits/operations.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { PlanPack } from '#shared/pack/plan-pack.ts'
import { PROFILE_ID } from '#shared/records/profile.ts'
import { ok, type Result } from '#shared/result.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** 新建实施方案: a draft with the county's name, its office and the years of the programme. Returns its id. */
export async function createPlan(
  workspace: Workspace,
  newId: () => string,
  pack: PlanPack,
): Promise<Result<string, AppError>> {
  const id = newId()
  const profile = workspace.records.get('profile', PROFILE_ID)
  const county = unitByCode(profile?.unit ?? '')?.name ?? ''
  const operation = createRecord('plan', id, {
    title: `${county}中小企业技术创新“破零倍增”三年行动实施方案`,
    issuer: profile?.fullName ?? null,
    office: profile?.office ?? null,
    fromYear: pack.years.from,
    toYear: pack.years.to,
    state: '起草',
  })
  const done = await workspace.commit({ ops: [operation], why: { kind: 'typed' }, title: '新建实施方案' })
  return done.ok ? ok(id) : done
}
