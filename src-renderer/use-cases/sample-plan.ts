import type { WriteOperation } from '#shared/edits/edit.ts'
import { createRecord } from '#shared/edits/operations.ts'
import { targetKey } from '#shared/indicators/plan-targets.ts'
import type { IndicatorId } from '#shared/pack/indicator-id.ts'
import type { PlanMeasure, PlanTarget } from '#shared/records/plan.ts'

/** The year of the sample workbooks. */
export const SAMPLE_YEAR = 2021

const TARGETS: readonly (readonly [IndicatorId, number])[] = [
  ['participants', 120],
  ['zero-breakers', 25],
  ['patent-applications', 150],
  ['grants', 75],
  ['rd-spending', 48000],
  ['activity-sessions', 120],
  ['firm-visits', 1500],
  ['firms-served', 120],
]

const MEASURES: readonly PlanMeasure[] = [
  {
    task: '任务二 破零',
    measure: '对年度名单内未破零企业逐户走访，一企一策制定专利挖掘方案',
    owner: '企业服务股',
    deadline: '2021-06-30',
    state: '已完成',
  },
  {
    task: '任务七 服务体系',
    measure: '组织知识产权培训、专利对接等专业服务活动，每季度不少于 20 场',
    owner: '企业服务股',
    deadline: '2021-12-31',
    state: '推进中',
  },
  {
    task: '保障一 组织',
    measure: '年度目标分解到乡镇和园区，按季度通报',
    owner: '综合股',
    deadline: '2021-03-31',
    state: '已完成',
  },
]

/** 实施方案 of the sample county: targets of 2021 and three measures. */
export function samplePlan(newId: () => string): WriteOperation {
  const targets = TARGETS.map(([indicator, value]): [string, PlanTarget] => [
    targetKey(indicator, SAMPLE_YEAR),
    { indicator, year: SAMPLE_YEAR, value },
  ])
  return createRecord('plan', newId(), {
    title: '试用县（样例）中小企业技术创新“破零倍增”三年行动实施方案',
    docNo: '试工信发〔2020〕1号',
    issuer: '试用县（样例）',
    issuedOn: '2020-11-20',
    fromYear: 2020,
    toYear: 2022,
    leader: '试用领导',
    office: '企业服务股',
    state: '印发',
    targets: Object.fromEntries(targets),
    measures: Object.fromEntries(MEASURES.map((measure) => [newId(), measure])),
  })
}
