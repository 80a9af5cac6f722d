import { z } from 'zod'
import { field } from './field.ts'
import { Amount, Count, DateText, RecordId, text } from './values.ts'

export const ACTIVITY_MODES = ['现场', '线上', '电话', '走访'] as const
export const ACTIVITY_STATES = ['计划', '已开展', '已补证', '已核', '随期上报', '退回'] as const

/** 服务对象: a firm of ours (`enterprise`), or 名录外企业 by name only; `people` = 人数 when known. */
export const ActivityParticipant = z.strictObject({
  name: text(120),
  enterprise: RecordId.optional(),
  people: z.int().min(0).max(100000).optional(),
})
export type ActivityParticipant = z.infer<typeof ActivityParticipant>

/** 服务活动: one entry of the service log (DOMAIN.md R10, J8). */
export const Activity = z.strictObject({
  number: field(text(40), {
    title: '活动编号',
    kind: 'text',
    width: 120,
    group: '活动',
    synonyms: ['编号', '记录编号'],
  }),
  date: field(DateText, {
    title: '活动日期',
    kind: 'date',
    required: true,
    width: 110,
    group: '活动',
    synonyms: ['日期', '时间', '活动时间', '服务日期', '开展时间'],
  }),
  name: field(text(200), {
    title: '活动名称',
    kind: 'text',
    required: true,
    width: 260,
    group: '活动',
    synonyms: ['名称', '服务内容名称', '活动主题', '服务事项'],
  }),
  category: field(text(40), {
    title: '服务类别',
    kind: 'text',
    width: 100,
    group: '活动',
    synonyms: ['类别', '服务类型', '活动类别'],
  }),
  mode: field(z.enum(ACTIVITY_MODES), {
    title: '服务方式',
    kind: 'choice',
    choices: ACTIVITY_MODES,
    width: 90,
    group: '活动',
    synonyms: ['方式', '活动方式', '服务形式'],
  }),
  countsAsSession: field(z.boolean(), {
    title: '计入场次',
    kind: 'flag',
    width: 90,
    group: '活动',
    help: '不填时按类别、方式和名称判断：培训、对接、讲座、现场会计入场次，走访和电话只计家次',
    synonyms: ['是否计入场次', '是否计场次'],
  }),
  state: field(z.enum(ACTIVITY_STATES), {
    title: '活动状态',
    kind: 'choice',
    choices: ACTIVITY_STATES,
    width: 90,
    group: '活动',
    help: '计划中的活动不计入场次',
  }),
  organiser: field(text(120), {
    title: '组织单位',
    kind: 'text',
    width: 200,
    group: '组织',
    synonyms: ['主办单位', '组织机构'],
  }),
  agency: field(text(120), {
    title: '承办机构',
    kind: 'text',
    width: 200,
    group: '组织',
    synonyms: ['服务机构', '承办单位', '承办'],
  }),
  place: field(text(120), {
    title: '地点',
    kind: 'text',
    width: 160,
    group: '组织',
    synonyms: ['活动地点', '服务地点'],
  }),
  participants: field(z.record(z.string(), ActivityParticipant), {
    title: '服务对象',
    kind: 'list',
    width: 260,
    group: '对象',
    synonyms: ['服务企业', '参加企业', '服务企业名称', '参会企业'],
  }),
  firmCount: field(Count, {
    title: '参加企业数',
    kind: 'count',
    unit: '家',
    width: 110,
    group: '对象',
    help: '未逐家登记时填写；逐家登记后以名单为准',
    synonyms: ['企业数', '服务企业数', '家数', '参会企业数'],
  }),
  headcount: field(Count, {
    title: '参加人次',
    kind: 'count',
    unit: '人次',
    width: 100,
    group: '对象',
    synonyms: ['人次', '参加人数', '参会人数'],
  }),
  hours: field(z.number().min(0).max(10000), {
    title: '服务时长',
    kind: 'number',
    unit: '小时',
    width: 100,
    group: '组织',
    synonyms: ['时长', '时长（小时）'],
  }),
  content: field(text(2000), {
    title: '主要内容',
    kind: 'longText',
    width: 240,
    group: '内容与成效',
    synonyms: ['内容', '服务内容', '活动内容'],
  }),
  outcome: field(text(2000), {
    title: '服务成效',
    kind: 'longText',
    width: 200,
    group: '内容与成效',
    synonyms: ['成效', '效果', '服务效果'],
  }),
  newApplications: field(Count, {
    title: '新增发明专利申请',
    kind: 'count',
    unit: '件',
    width: 130,
    group: '内容与成效',
    help: '仅作线索，授权量只从专利台账计算',
    synonyms: ['新增申请'],
  }),
  newGrants: field(Count, {
    title: '新增发明专利授权',
    kind: 'count',
    unit: '件',
    width: 130,
    group: '内容与成效',
    help: '仅作线索，授权量只从专利台账计算',
    synonyms: ['新增授权'],
  }),
  patentNumbers: field(text(300), {
    title: '涉及申请号/专利号',
    kind: 'text',
    width: 180,
    group: '内容与成效',
    synonyms: ['涉及专利号', '涉及专利'],
  }),
  funding: field(text(60), {
    title: '经费来源',
    kind: 'text',
    width: 110,
    group: '经费',
    synonyms: ['资金来源'],
  }),
  cost: field(Amount, {
    title: '经费',
    kind: 'amount',
    unit: '万元',
    width: 100,
    group: '经费',
    synonyms: ['经费金额', '活动经费'],
  }),
  satisfaction: field(text(20), { title: '满意度', kind: 'text', width: 90, group: '内容与成效' }),
  evidence: field(text(300), {
    title: '佐证材料',
    kind: 'text',
    width: 140,
    group: '其他',
    synonyms: ['佐证', '证明材料'],
  }),
  followUpOn: field(DateText, {
    title: '下次跟进日期',
    kind: 'date',
    width: 120,
    group: '其他',
    synonyms: ['下次跟进', '跟进日期'],
  }),
  recorder: field(text(60), {
    title: '记录人',
    kind: 'text',
    width: 90,
    group: '其他',
    synonyms: ['填表人', '登记人'],
  }),
  note: field(text(500), { title: '备注', kind: 'longText', width: 160, group: '其他' }),
})
export type Activity = z.infer<typeof Activity>
