import { z } from 'zod'
import { CUSTOM_PREFIX, type DictionaryField, type Row } from './dictionary.ts'
import type { FieldKind } from './field.ts'
import type { CustomColumn } from './profile.ts'
import { DateText, text } from './values.ts'

const CUSTOM_KINDS: { readonly [K in NonNullable<CustomColumn['kind']>]: readonly [FieldKind, z.ZodType] } = {
  文本: ['text', text(2000)],
  数字: ['number', z.number()],
  日期: ['date', DateText],
}

/** A 自定义列 as a field of the firm, typed and shown like those of the dictionary. */
export function customField(column: Row<'column'>): DictionaryField {
  const [kind, schema] = CUSTOM_KINDS[column.kind ?? '文本']
  return {
    name: `${CUSTOM_PREFIX}${column.id}`,
    title: column.title ?? '未命名列',
    kind,
    schema,
    group: '自定义列',
    width: 120,
  }
}
