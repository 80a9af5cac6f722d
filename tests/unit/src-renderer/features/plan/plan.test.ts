import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { changedMeasure } from '#renderer/features/plan/changed-measure.ts'
import { measureRows, measuresOverview } from '#renderer/features/plan/measure-rows.ts'
import { checkedTarget, otherCityTargets, targetRows, yearsOf } from '#renderer/features/plan/target-rows.ts'
import { createPlan } from '#renderer/use-cases/plan-create.ts'
import { setPlanTarget } from '#renderer/use-cases/plan-edit.ts'
import { addMeasure, editMeasure, removeMeasures } from '#renderer/use-cases/plan-measures.ts'
import { createMemoryWorkspace } from '#renderer/workspace/memory-workspace.ts'
import { createRecord } from '#shared/edits/operations.ts'
import { isOverdue } from '#shared/indicators/overdue-measure.ts'
import { planTargets } from '#shared/indicators/plan-targets.ts'
import { PROFILE_ID } from '#shared/records/profile.ts'
import { ok } from '#shared/result.ts'
import { builtInPack } from '#tests/support/built-in-pack.ts'

const pack = builtInPack()
const TODAY = '2021-10-08'

async function planned() {
  const workspace = createMemoryWorkspace({
    newId: randomUUID,
    now: () => new Date('2021-10-08T01:00:00Z'),
    author: () => '样例',
  })
  await workspace.commit({
    ops: [
      createRecord('profile', PROFILE_ID, {
        unit: 'YY-430626',
        fullName: '平江县科技和工业信息化局',
        office: '中小企业股',
      }),
    ],
    why: { kind: 'typed' },
    title: '准备',
  })
  await createPlan(workspace, () => 'plan', pack)
  const plan = () => workspace.records.of('plan')[0] ?? { id: 'none' }
  return { workspace, plan, lastTitle: () => workspace.canUndo()?.title }
}

describe('a new 实施方案', () => {
  test('is a draft with the name of the county and the years of the programme', async () => {
    const { plan } = await planned()
    expect(plan()).toEqual({
      id: 'plan',
      title: '平江县中小企业技术创新“破零倍增”三年行动实施方案',
      issuer: '平江县科技和工业信息化局',
      office: '中小企业股',
      fromYear: 2020,
      toYear: 2022,
      state: '起草',
    })
  })
})

describe('目标分解', () => {
  test('a target of the matrix is the target of 进度；撤销 names it', async () => {
    const { workspace, plan, lastTitle } = await planned()
    await setPlanTarget(workspace, 'plan', { id: 'grants', title: '发明专利授权量', unit: '件' }, 2021, 75)
    expect(planTargets(workspace.records, 2021)).toEqual({ 'grants@2021': 75 })
    expect(lastTitle()).toBe('2021年发明专利授权量目标改为 75 件')
    const row = targetRows(plan(), pack).find((each) => each.indicator.id === 'grants')
    expect([...(row?.values ?? [])]).toEqual([[2021, 75]])
    await setPlanTarget(workspace, 'plan', { id: 'grants', title: '发明专利授权量', unit: '件' }, 2021, null)
    expect(planTargets(workspace.records, 2021)).toEqual({})
  })

  test('shows the targets of the whole city beside, for reference only', () => {
    const rows = targetRows({ id: 'plan' }, pack)
    expect(rows.filter((row) => row.city !== '').map((row) => [row.indicator.id, row.city])).toEqual([
      ['participants', '每年 100 家'],
      ['zero-breakers', '每年 50 家'],
    ])
    expect(otherCityTargets(pack)).toContain('重点技术创新服务平台 到 2022 年 2 家')
  })

  test('has the years of the plan, at most ten of them', () => {
    expect(yearsOf({ id: 'p' }, pack)).toEqual([2020, 2021, 2022])
    expect(yearsOf({ id: 'p', fromYear: 2021, toYear: 2020 }, pack)).toEqual([2021])
    expect(yearsOf({ id: 'p', fromYear: 1900, toYear: 2100 }, pack)).toHaveLength(10)
  })

  test('counts are whole and nothing is negative', () => {
    const count = { title: '参与企业', unit: '家', decimals: 0 }
    expect(checkedTarget(count, 12)).toEqual(ok(12))
    expect(checkedTarget(count, null)).toEqual(ok(null))
    expect(checkedTarget(count, 1.5)).toEqual({
      ok: false,
      error: { message: '参与企业按家计，目标应为整数' },
    })
    expect(checkedTarget({ ...count, decimals: 2 }, 1.5)).toEqual(ok(1.5))
    expect(checkedTarget(count, -1)).toEqual({ ok: false, error: { message: '目标不能是负数' } })
  })
})

describe('工作举措', () => {
  test('is overdue after the last day of its deadline unless done', () => {
    const due = (deadline: string, state: '推进中' | '已完成' = '推进中') =>
      isOverdue({ measure: '走访', deadline, state }, TODAY)
    expect([due('2021-10-07'), due('2021-10-08'), due('2021-10'), due('2021'), due('2021-09')]).toEqual([
      true,
      false,
      false,
      false,
      true,
    ])
    expect(due('2021-10-07', '已完成')).toBe(false)
    expect(isOverdue({ measure: '走访', state: '推进中' }, TODAY)).toBe(false)
  })

  test('is added, changed and removed as named edits; the overview counts', async () => {
    const { workspace, plan, lastTitle } = await planned()
    const rows = () => measureRows(plan().measures, TODAY)
    await addMeasure(workspace, () => 'm1', 'plan', { measure: '逐户走访', state: '未启动' })
    await addMeasure(workspace, () => 'm2', 'plan', {
      measure: '办培训',
      state: '推进中',
      deadline: '2021-06-30',
    })
    expect(measuresOverview(rows())).toBe('举措 2 项，已完成 0，逾期 1')
    const [first] = rows()
    const changed = first === undefined ? null : changedMeasure(first, 'state', '已完成')
    expect(changed).toEqual({ measure: '逐户走访', state: '已完成' })
    if (changed !== null) await editMeasure(workspace, 'plan', 'm1', changed, '状态')
    expect(lastTitle()).toBe('修改举措“逐户走访”的状态')
    expect(measuresOverview(rows())).toBe('举措 2 项，已完成 1，逾期 1')
    await removeMeasures(workspace, 'plan', ['m2'])
    expect(lastTitle()).toBe('移除举措“办培训”')
    expect(rows().map((row) => row.key)).toEqual(['m1'])
    await workspace.undo()
    expect(rows().map((row) => row.key)).toEqual(['m1', 'm2'])
  })

  test('keeps its text and state; other parts may be emptied', () => {
    const row = { key: 'm', overdue: false, measure: '走访', state: '推进中' as const, owner: '李某' }
    expect(changedMeasure(row, 'owner', null)).toEqual({ measure: '走访', state: '推进中' })
    expect(changedMeasure(row, 'measure', null)).toBeNull()
    expect(changedMeasure(row, 'state', null)).toBeNull()
  })
})
