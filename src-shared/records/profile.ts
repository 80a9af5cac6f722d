import { z } from 'zod'
import { field } from './field.ts'
import { text } from './values.ts'

/** 本单位档案 (DOMAIN.md J6): what paper shows as 填报单位. A single record with the fixed id `unit`. */
export const Profile = z.strictObject({
  unit: field(z.string().regex(/^YY-[A-Z0-9]{3,6}$/), {
    title: '县市区',
    kind: 'text',
    required: true,
    group: '单位',
  }),
  fullName: field(text(80), {
    title: '单位全称',
    kind: 'text',
    required: true,
    group: '单位',
    help: '打印为“填报单位”，如 平江县科技和工业信息化局',
  }),
  office: field(text(60), { title: '股室', kind: 'text', group: '单位' }),
  docMark: field(text(20), { title: '文号代字', kind: 'text', group: '单位', help: '如 平工信发' }),
  head: field(text(40), { title: '单位负责人', kind: 'text', group: '人员' }),
  preparer: field(text(40), { title: '填报人', kind: 'text', required: true, group: '人员' }),
  reviewer: field(text(40), { title: '审核人', kind: 'text', group: '人员' }),
  officePhone: field(text(40), {
    title: '办公电话',
    kind: 'text',
    group: '单位',
    help: '对外公开的办公电话，打印时不遮盖',
  }),
})
export type Profile = z.infer<typeof Profile>
export const PROFILE_ID = 'unit'

export const COLUMN_KINDS = ['文本', '数字', '日期'] as const

/** 自定义列 on firms (DOMAIN.md J5): its values are stored on the firm under `custom.<id of this record>`. */
export const CustomColumn = z.strictObject({
  title: field(text(60), { title: '列名', kind: 'text', required: true, group: '自定义列' }),
  kind: field(z.enum(COLUMN_KINDS), {
    title: '类型',
    kind: 'choice',
    choices: COLUMN_KINDS,
    required: true,
    group: '自定义列',
  }),
})
export type CustomColumn = z.infer<typeof CustomColumn>
