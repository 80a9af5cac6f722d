import { z } from 'zod'
import { field } from './field.ts'
import { DateText, RecordId, text } from './values.ts'

export const PATENT_KINDS = ['发明', '实用新型', '外观设计'] as const
export const PATENT_STATES = [
  '撰写',
  '受理',
  '公布',
  '实质审查',
  '授权通知',
  '授权',
  '终止',
  '放弃',
  '全部无效',
  '部分无效',
  '驳回',
  '撤回',
] as const
export const ACQUISITIONS = ['原始', '共有', '受让', '承继'] as const

/** 专利权人: `order` keeps the order of the register; `enterprise` is set when the owner is a firm of ours. */
export const PatentOwner = z.strictObject({
  name: text(120),
  order: z.int().min(1).max(50),
  enterprise: RecordId.optional(),
  acquisition: z.enum(ACQUISITIONS).optional(),
})
export type PatentOwner = z.infer<typeof PatentOwner>

/** 发明专利(申请): one application number (DOMAIN.md R04). Only 授权公告日 counts as the grant (专利法 39条). */
export const Patent = z.strictObject({
  applicationNo: field(text(30), {
    title: '申请号',
    kind: 'patentNumber',
    required: true,
    width: 170,
    group: '专利',
    help: '如 201911044411.X；带 ZL、CN 也可',
    synonyms: ['专利号', '申请号/专利号', '专利申请号', '申请（专利）号', '专利（申请）号'],
  }),
  title: field(text(200), {
    title: '专利名称',
    kind: 'text',
    required: true,
    width: 260,
    group: '专利',
    synonyms: ['发明名称', '名称', '发明专利名称', '专利名'],
  }),
  kind: field(z.enum(PATENT_KINDS), {
    title: '专利类型',
    kind: 'choice',
    choices: PATENT_KINDS,
    width: 90,
    group: '专利',
    synonyms: ['类型', '专利类别'],
  }),
  filedOn: field(DateText, {
    title: '申请日',
    kind: 'date',
    width: 110,
    group: '日期',
    synonyms: ['申请日期', '申请时间'],
  }),
  publishedOn: field(DateText, {
    title: '公布日',
    kind: 'date',
    width: 110,
    group: '日期',
    synonyms: ['公开日', '公开（公告）日', '公布日期'],
  }),
  grantedOn: field(DateText, {
    title: '授权公告日',
    kind: 'date',
    width: 110,
    group: '日期',
    help: '以公告日为准；没有公告日的不计入任何季度',
    synonyms: ['授权日', '授权公告日期', '授权日期', '公告日'],
  }),
  grantNo: field(text(30), {
    title: '授权公告号',
    kind: 'text',
    width: 130,
    group: '专利',
    synonyms: ['公告号', '公开（公告）号'],
  }),
  status: field(z.enum(PATENT_STATES), {
    title: '法律状态',
    kind: 'choice',
    choices: PATENT_STATES,
    width: 90,
    group: '专利',
    synonyms: ['状态', '专利状态', '当前状态'],
  }),
  owners: field(z.record(z.string(), PatentOwner), {
    title: '专利权人',
    kind: 'list',
    width: 260,
    group: '权利人',
    synonyms: ['专利权人（申请人）', '申请人', '权利人', '专利权属'],
  }),
  feeReduction: field(z.boolean(), {
    title: '费用减缴',
    kind: 'flag',
    width: 90,
    group: '其他',
    synonyms: ['是否减缴', '专利收费减缴', '专利收费减缓'],
  }),
  priorityReview: field(z.boolean(), {
    title: '优先审查',
    kind: 'flag',
    width: 90,
    group: '其他',
    help: '含快速预审',
    synonyms: ['是否优先审查', '快速预审'],
  }),
  agency: field(text(120), {
    title: '代理机构',
    kind: 'text',
    width: 200,
    group: '其他',
    synonyms: ['专利代理机构', '代理公司'],
  }),
  note: field(text(500), { title: '备注', kind: 'longText', width: 160, group: '其他' }),
})
export type Patent = z.infer<typeof Patent>
