import { z } from 'zod'
import { Activity } from './activity.ts'
import { Enterprise } from './enterprise.ts'
import { type FieldMeta, metaOf } from './field.ts'
import { Figures } from './figures.ts'
import { Participation } from './participation.ts'
import { Patent } from './patent.ts'
import { Plan } from './plan.ts'
import { CustomColumn, Profile } from './profile.ts'
import { ReportNote } from './report-note.ts'
import { StatedFigure } from './stated-figure.ts'
import { Submission } from './submission.ts'

/** The data dictionary: every kind of record the program keeps. */
export const SCHEMAS = {
  enterprise: Enterprise,
  participation: Participation,
  patent: Patent,
  figures: Figures,
  activity: Activity,
  plan: Plan,
  profile: Profile,
  column: CustomColumn,
  submission: Submission,
  reportNote: ReportNote,
  statedFigure: StatedFigure,
} as const

export const RECORD_TITLES: { readonly [T in RecordType]: string } = {
  enterprise: '企业',
  participation: '年度名单',
  patent: '发明专利',
  figures: '企业数据',
  activity: '服务活动',
  plan: '实施方案',
  profile: '本单位档案',
  column: '自定义列',
  submission: '报送批次',
  reportNote: '报送说明',
  statedFigure: '手工填列',
}

export type RecordType = keyof typeof SCHEMAS
export const RecordType = z.enum(Object.keys(SCHEMAS) as [RecordType, ...RecordType[]])

/** The fields of a record of type `T`; absent means empty. */
export type Fields<T extends RecordType> = z.infer<(typeof SCHEMAS)[T]>

/** A record as the read side gives it: its fields and its identity. */
export type Row<T extends RecordType> = Fields<T> & { readonly id: string }

/** Custom values of firms live beside the dictionary's fields under this prefix. */
export const CUSTOM_PREFIX = 'custom.'

export interface DictionaryField extends FieldMeta {
  readonly name: string
  readonly schema: z.ZodType
}

const byType = new Map<RecordType, ReadonlyMap<string, DictionaryField>>(
  (Object.keys(SCHEMAS) as RecordType[]).map((type) => [
    type,
    new Map(
      Object.entries(SCHEMAS[type].shape as Record<string, z.ZodType>).map(([name, schema]) => [
        name,
        { ...metaOf(schema), name, schema },
      ]),
    ),
  ]),
)

/** All fields of a record type in dictionary order. */
export function fieldsOf(type: RecordType): ReadonlyMap<string, DictionaryField> {
  const fields = byType.get(type)
  if (fields === undefined) throw new Error(`unknown record type ${type}`)
  return fields
}

/** One field; throws for an unknown name, which is a bug and never user input. */
export function fieldOf(type: RecordType, name: string): DictionaryField {
  const found = fieldsOf(type).get(name)
  if (found === undefined) throw new Error(`unknown field ${type}.${name}`)
  return found
}
