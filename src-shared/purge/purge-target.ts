import { z } from 'zod'
import { CUSTOM_PREFIX, fieldsOf } from '../records/dictionary.ts'
import { RecordId } from '../records/values.ts'

/** Fields in which a clerk may have written a person's name or phone although they are not made for it. */
const FREE_TEXTS: ReadonlySet<string> = new Set(['note'])

/** 个人信息 of a firm by the data dictionary: 法定代表人, 联系人, 职务, 联系电话. */
export const PERSONAL_FIELDS: readonly string[] = [...fieldsOf('enterprise').values()]
  .filter((field) => field.personal === true)
  .map((field) => field.name)

/** May a purge take the values of this register out of the journal? Codes, names and numbers never go. */
export function isPurgeable(register: string): boolean {
  return PERSONAL_FIELDS.includes(register) || FREE_TEXTS.has(register) || register.startsWith(CUSTOM_PREFIX)
}

/** 清除个人信息: the firm (every record 合并 made one with it) and the registers whose values go. */
export const PurgeTarget = z.strictObject({
  ids: z.array(RecordId).min(1).max(200),
  registers: z.array(z.string().max(120).refine(isPurgeable)).min(1).max(200),
})
export type PurgeTarget = z.infer<typeof PurgeTarget>
