import type { z } from 'zod'

/**
 * How a field is read from a workbook, edited and shown. Grid columns, forms, import mapping, export and
 * JSON Schema are all derived from this, never from a second list.
 */
export type FieldKind =
  | 'text'
  | 'longText'
  /** 统一社会信用代码. */
  | 'creditCode'
  /** 申请号 / 专利号. */
  | 'patentNumber'
  | 'phone'
  /** One of `choices`. */
  | 'choice'
  /** 是 / 否. */
  | 'flag'
  /** Whole number of 家, 件, 人 … */
  | 'count'
  /** Money in 万元. */
  | 'amount'
  /** Other number with a unit, for example 小时. */
  | 'number'
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: the precision the source really had. */
  | 'date'
  | 'year'
  /** Id of a record of type `ref`. */
  | 'ref'
  /** One register per element key (edits/RULES.md): participants, owners, 曾用名, titles, targets, measures. */
  | 'list'

export interface FieldMeta {
  /** 中文 title as printed in forms and column headers. */
  readonly title: string
  readonly kind: FieldKind
  readonly unit?: string
  readonly choices?: readonly string[]
  /** Other headings under which counties keep this column; compared after normalisation. */
  readonly synonyms?: readonly string[]
  /** Heading of the group the field belongs to in forms. */
  readonly group?: string
  /** Column width in px at 14 px text. */
  readonly width?: number
  readonly help?: string
  readonly required?: boolean
  /** Personal data: masked on paper, omitted from files unless ticked (个人信息保护法). */
  readonly personal?: boolean
  readonly ref?: 'enterprise'
  /** Hidden in grids and forms: filled by the program. */
  readonly internal?: boolean
}

declare module 'zod' {
  interface GlobalMeta {
    kind?: FieldKind
    unit?: string
    choices?: readonly string[]
    synonyms?: readonly string[]
    group?: string
    width?: number
    help?: string
    required?: boolean
    personal?: boolean
    ref?: 'enterprise'
    internal?: boolean
  }
}

/** Attaches the dictionary entry to a schema; every field of a record is optional because empty is not stored. */
export function field<S extends z.ZodType>(schema: S, meta: FieldMeta): z.ZodOptional<S> {
  return schema.optional().meta({ ...meta })
}

/** The dictionary entry of a field made by `field`. */
export function metaOf(schema: z.ZodType): FieldMeta {
  const meta = schema.meta()
  if (meta?.title === undefined || meta.kind === undefined) throw new Error('field without dictionary entry')
  return meta as FieldMeta
}
