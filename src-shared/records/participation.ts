import { z } from 'zod'
import { field } from './field.ts'
import { Count, DateText, RecordId, text, Year } from './values.ts'

export const PARTICIPATION_TYPES = ['破零', '倍增'] as const
export const PARTICIPATION_STATES = [
  '摸底',
  '拟报',
  '县级审定',
  '市级确认',
  '在列',
  '替换',
  '年终结论',
] as const
/** 认定 of a firm's year (DOMAIN.md J4, 年终结论). */
export const YEAR_VERDICTS = ['实现破零', '实现倍增', '未实现'] as const
export const PRIOR_GRANTS = ['从未', '曾有', '未查'] as const

/** 年度名单: one firm in one year's list (DOMAIN.md R03, J2, J3). 退出名单 is a date and a reason, not a deletion. */
export const Participation = z.strictObject({
  enterprise: field(RecordId, {
    title: '企业',
    kind: 'ref',
    ref: 'enterprise',
    required: true,
    width: 260,
    group: '名单',
  }),
  year: field(Year, {
    title: '参与年度',
    kind: 'year',
    required: true,
    width: 90,
    group: '名单',
    synonyms: ['年度', '列入年度', '名单年度'],
  }),
  type: field(z.enum(PARTICIPATION_TYPES), {
    title: '参与类型',
    kind: 'choice',
    choices: PARTICIPATION_TYPES,
    width: 90,
    group: '名单',
    synonyms: ['类型', '企业类型', '培育类型', '破零或倍增'],
  }),
  state: field(z.enum(PARTICIPATION_STATES), {
    title: '名单状态',
    kind: 'choice',
    choices: PARTICIPATION_STATES,
    width: 100,
    group: '名单',
    help: '县级审定及以后的企业计入参与企业数',
  }),
  listedOn: field(DateText, {
    title: '列入日期',
    kind: 'date',
    width: 110,
    group: '名单',
    synonyms: ['列入时间', '列入名单日期'],
  }),
  exitedOn: field(DateText, {
    title: '退出日期',
    kind: 'date',
    width: 110,
    group: '退出名单',
    help: '退出后当年仍计入参与企业数',
  }),
  exitReason: field(text(200), { title: '退出原因', kind: 'text', width: 160, group: '退出名单' }),
  priorGrants: field(z.enum(PRIOR_GRANTS), {
    title: '列入前授权情况',
    kind: 'choice',
    choices: PRIOR_GRANTS,
    width: 120,
    group: '列入时基线',
    help: '从未：可认定破零；曾有：不计破零；未查：只列待核实',
    synonyms: ['列入前发明专利授权情况', '此前授权情况'],
  }),
  priorGrantCount: field(Count, {
    title: '列入前授权件数',
    kind: 'count',
    unit: '件',
    width: 150,
    group: '列入时基线',
    synonyms: ['列入前授权数', '此前授权件数'],
  }),
  validPatents: field(Count, {
    title: '参与前有效发明专利',
    kind: 'count',
    unit: '件',
    width: 140,
    group: '列入时基线',
    synonyms: ['有效发明专利', '已有发明专利', '发明专利情况已有', '已有', '现有发明专利', '发明专利数'],
  }),
  pendingApplications: field(Count, {
    title: '在审发明专利申请',
    kind: 'count',
    unit: '件',
    width: 140,
    group: '列入时基线',
    synonyms: ['在审发明专利', '发明专利情况在审', '在审', '在审申请'],
  }),
  targetApplications: field(Count, {
    title: '年度目标（申请）',
    kind: 'count',
    unit: '件',
    width: 120,
    group: '年度目标',
    synonyms: ['目标申请数', '计划申请'],
  }),
  targetGrants: field(Count, {
    title: '年度目标（授权）',
    kind: 'count',
    unit: '件',
    width: 120,
    group: '年度目标',
    synonyms: ['目标授权数', '计划授权'],
  }),
  cadre: field(text(60), {
    title: '联系服务干部',
    kind: 'text',
    width: 110,
    group: '服务',
    synonyms: ['联系干部', '服务干部', '服务专员'],
  }),
  agency: field(text(120), {
    title: '服务机构',
    kind: 'text',
    width: 200,
    group: '服务',
    synonyms: ['对接服务机构', '承接机构', '服务单位'],
  }),
  countyVerdict: field(z.enum(YEAR_VERDICTS), {
    title: '县级认定',
    kind: 'choice',
    choices: YEAR_VERDICTS,
    width: 100,
    group: '认定',
    help: '与系统测算不同的，须填认定理由',
  }),
  cityVerdict: field(z.enum(YEAR_VERDICTS), {
    title: '市级认定',
    kind: 'choice',
    choices: YEAR_VERDICTS,
    width: 100,
    group: '认定',
    help: '有市级认定的，以市级认定为准',
  }),
  verdictOn: field(DateText, {
    title: '认定日期',
    kind: 'date',
    width: 110,
    group: '认定',
    help: '认定实现而系统测算未实现的，按认定日期计入季度',
  }),
  verdictReason: field(text(200), {
    title: '认定理由',
    kind: 'text',
    width: 200,
    group: '认定',
    help: '印在表1附注并随报送文件上报',
  }),
  note: field(text(500), { title: '名单备注', kind: 'longText', width: 160, group: '其他' }),
})
export type Participation = z.infer<typeof Participation>
