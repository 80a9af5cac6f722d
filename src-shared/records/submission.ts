import { z } from 'zod'
import { field } from './field.ts'
import { DateText, text } from './values.ts'

export const DELIVERY_METHODS = ['OA', '邮箱', '政务微信', 'U盘', '专人'] as const
export const SUBMISSION_STATES = ['定稿', '已报送', '已撤回'] as const

/** 报送批次 (DOMAIN.md R22, J16): one signed file and how it was handed over (报送登记). */
export const Submission = z.strictObject({
  period: field(text(12), { title: '期别', kind: 'text', width: 90, group: '报送' }),
  seq: field(z.int().min(1), { title: '报送序号', kind: 'count', width: 90, group: '报送' }),
  identity: field(z.string().regex(/^[0-9a-f]{64}$/), {
    title: '文件身份',
    kind: 'text',
    internal: true,
    group: '报送',
  }),
  code: field(text(40), { title: '校验码', kind: 'text', width: 300, group: '报送' }),
  fileName: field(text(120), { title: '文件名', kind: 'text', width: 240, group: '报送' }),
  supersedes: field(z.string().regex(/^[0-9a-f]{64}$/), {
    title: '替代文件',
    kind: 'text',
    internal: true,
    group: '报送',
  }),
  state: field(z.enum(SUBMISSION_STATES), {
    title: '报送状态',
    kind: 'choice',
    choices: SUBMISSION_STATES,
    width: 90,
    group: '报送',
  }),
  signedOn: field(DateText, { title: '定稿日期', kind: 'date', width: 110, group: '报送' }),
  method: field(z.enum(DELIVERY_METHODS), {
    title: '报送方式',
    kind: 'choice',
    choices: DELIVERY_METHODS,
    width: 90,
    group: '报送登记',
  }),
  sentOn: field(DateText, { title: '报送日期', kind: 'date', width: 110, group: '报送登记' }),
  receiver: field(text(60), { title: '接收人', kind: 'text', width: 100, group: '报送登记' }),
})
export type Submission = z.infer<typeof Submission>
