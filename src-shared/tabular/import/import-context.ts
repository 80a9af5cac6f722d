import { normalisePatentNumber } from '../../codes/patent-number.ts'
import type { FieldValue } from '../../edits/edit.ts'
import type { Records } from '../../edits/read-model.ts'
import type { RecordType } from '../../records/dictionary.ts'
import type { Participation } from '../../records/participation.ts'
import type { CleanedRow } from '../cleaned.ts'
import { nameKey } from '../firm-names.ts'
import type { FirmIndex, FirmMatch } from './firm-index.ts'
import { type Element, elementsOf, type SheetSource, textOf } from './sheet-source.ts'
import type { Source, Staging } from './staging.ts'
import { namedBy } from './value-name.ts'

/** What the user chose before the import; ids come from outside so that planning stays pure. */
export interface ImportOptions {
  readonly newId: () => string
  /** Year of the list when the sheet has no year column; null: no list, only the firms. */
  readonly listYear: number | null
  /** Answer to 名单是否已审定: given to firms new on the list, raises those that stand lower; null leaves them. */
  readonly listState: NonNullable<Participation['state']> | null
  readonly includeRow: (row: CleanedRow) => boolean
  /** Headings of not understood columns to keep as 自定义列. */
  readonly keepColumns?: ReadonlySet<string>
}

export interface ImportContext {
  readonly records: Records
  readonly options: ImportOptions
  readonly staging: Staging
  readonly firms: FirmIndex
  /** Ids by the record's natural key, kept up as records are created. */
  readonly known: Map<string, string>
}

/** Null when the row was taken, else why not. */
export type RowOutcome = string | null

export const FIRM_UNKNOWN = '名录中没有这家企业，请先导入企业名单'
export const FIRM_AMBIGUOUS = '名录中有多家同名企业，请先填写代码'

export function firmOf(context: ImportContext, row: CleanedRow): FirmMatch {
  return context.firms.match(textOf(row, 'enterprise.code'), textOf(row, 'enterprise.name'))
}

/** The record with this natural key, created when it is new. */
export function recordFor(
  context: ImportContext,
  type: RecordType,
  key: string,
  source: Source,
): { id: string; isNew: boolean } {
  const found = context.known.get(`${type} ${key}`)
  if (found !== undefined) return { id: found, isNew: false }
  const id = context.options.newId()
  context.known.set(`${type} ${key}`, id)
  context.staging.create(type, id, source)
  return { id, isNew: true }
}

/** Writes every value of `type` without a year in its key; list fields by element. */
export function writeFields(
  context: ImportContext,
  type: RecordType,
  id: string,
  row: CleanedRow,
  from: SheetSource,
  except: ReadonlySet<string>,
): void {
  for (const key in row.values) {
    const named = namedBy(key)
    const value = row.values[key]
    if (named === null || named.type !== type || named.when !== '' || value === undefined) continue
    const { name, isList } = named
    if (except.has(name)) continue
    if (isList) {
      for (const [element, fields] of elementsOf(value)) {
        context.staging.write(type, id, `${name}/${element}`, fields, from.of(row, `${key}.${element}`, key))
      }
    } else context.staging.write(type, id, name, value as FieldValue, from.of(row, key))
  }
}

/**
 * A list element of a firm of ours stands under the firm's id. One that an earlier import could only keep by name moves
 * there with what it says, or the firm would be counted twice.
 */
export function writeFirmElement(
  context: ImportContext,
  target: { readonly type: RecordType; readonly id: string; readonly list: string; readonly name: string },
  element: Element & { readonly enterprise: string },
  source: Source,
): void {
  const { type, id, list, name } = target
  const register = `${list}/${nameKey(name)}`
  const byName = context.staging.staged(type, id, register)
  if (typeof byName === 'object' && byName !== null) {
    context.staging.write(type, id, `${list}/${element.enterprise}`, byName as Element, source)
    context.staging.write(type, id, register, null, source)
  }
  context.staging.write(type, id, `${list}/${element.enterprise}`, element, source)
}

/** Natural keys of what is stored: participation and figures by firm, patents by number, activities by number or date and name. */
export function knownKeys(records: Records): Map<string, string> {
  const known = new Map<string, string>()
  const add = (type: RecordType, key: string, id: string) => {
    if (!known.has(`${type} ${key}`)) known.set(`${type} ${key}`, id)
  }
  const firm = (id: string | undefined) => records.resolve('enterprise', id ?? '')
  for (const each of records.of('participation'))
    add('participation', `${firm(each.enterprise)}|${each.year}`, each.id)
  for (const each of records.of('figures'))
    add('figures', `${firm(each.enterprise)}|${each.year}|${each.period}`, each.id)
  for (const each of records.of('patent'))
    if (each.applicationNo !== undefined)
      add('patent', normalisePatentNumber(each.applicationNo) ?? each.applicationNo, each.id)
  for (const each of records.of('activity'))
    add('activity', activityKey(each.number ?? null, each.date ?? null, each.name ?? null), each.id)
  for (const each of records.of('column')) if (each.title !== undefined) add('column', each.title, each.id)
  return known
}

export function activityKey(number: string | null, date: string | null, name: string | null): string {
  return number === null ? `${date ?? ''}|${name ?? ''}` : `#${number}`
}
