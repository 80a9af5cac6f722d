import { RECORD_TITLES, type RecordType } from '../records/dictionary.ts'
import type { Records } from './read-model.ts'

/** A record as 历史 and 撤销 name it; 作废 ones too, and those that an undo took away. */
export function recordName(records: Records, type: RecordType, id: string): string {
  const fields = storedFields(records, type, id)
  const text = (name: string): string => textOf(fields[name])
  switch (type) {
    case 'enterprise':
      return text('name') || '未填名称的企业'
    case 'participation':
      return `${firmName(records, text('enterprise'))} ${text('year')}年名单`
    case 'figures':
      return `${firmName(records, text('enterprise'))} ${text('year')}年${text('period')}数据`
    case 'patent':
      return text('title') || text('applicationNo') || '未填名称的专利'
    case 'activity':
      return text('name') || '未命名活动'
    case 'plan':
      return text('title') || RECORD_TITLES.plan
    case 'column':
      return `自定义列“${text('title') || '未命名列'}”`
    default:
      return RECORD_TITLES[type]
  }
}

export function firmName(records: Records, id: string): string {
  return recordName(records, 'enterprise', id)
}

/** The fields of a record as they read now, those of a 作废 record too; none for a record that is not there. */
export function storedFields(
  records: Records,
  type: RecordType,
  id: string,
): Readonly<Record<string, unknown>> {
  const live = records.get(type, id)
  if (live !== undefined) return { ...live }
  const standing = records.resolve(type, id)
  return records.all(type).find((record) => record.id === standing)?.fields ?? {}
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
