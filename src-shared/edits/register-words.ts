import type { PackIndicator } from '../pack/plan-pack.ts'
import { CUSTOM_PREFIX, fieldsOf, type RecordType } from '../records/dictionary.ts'
import { formatField, type TypedField } from '../records/parse-typed.ts'
import { plainNumber } from '../records/typed-number.ts'
import { type FieldValue, VOID_FIELD } from './edit.ts'
import type { Records } from './read-model.ts'
import { firmName, storedFields } from './record-words.ts'

/** What words need to know besides the register itself. */
export interface Naming {
  readonly records: Records
  /** Indicators of the plan pack, for 目标分解. */
  readonly indicators: readonly Pick<PackIndicator, 'id' | 'title' | 'unit'>[]
}

/** One value ever written to one register of a record. */
export interface WrittenRegister {
  readonly type: RecordType
  /** A field, `list/<element key>`, `custom.<column id>` or `$void`. */
  readonly register: string
  readonly value: FieldValue
}

/** What a cell is called: the title of the field, an element by its name, 自定义列 by theirs, 作废. */
export function registerTitle(naming: Naming, written: WrittenRegister): string {
  const { type, register, value } = written
  if (register === VOID_FIELD) return '作废'
  const { list, key } = partsOf(register)
  if (key === null) return fieldIn(naming.records, type, list).title
  const title = fieldsOf(type).get(list)?.title ?? list
  return `${title}“${elementName(naming, value) || keyName(naming, key)}”`
}

/** A value as forms and tables show it; an element of a list by what is known of it; empty is —. */
export function valueWords(naming: Naming, { type, register, value }: WrittenRegister): string {
  if (register === VOID_FIELD) return voidWords(value)
  const { list, key } = partsOf(register)
  if (key !== null) return elementWords(naming, value)
  const field = fieldIn(naming.records, type, list)
  if (field.kind === 'ref' && typeof value === 'string') return firmName(naming.records, value)
  return withUnit(field, formatField(field, value)) || '—'
}

function voidWords(value: FieldValue): string {
  if (value === null || typeof value !== 'object') return '未作废'
  const { reason } = value
  return reason === undefined || reason === '' ? '作废' : `作废，原因：${String(reason)}`
}

function withUnit(field: Pick<TypedField, 'unit' | 'kind'>, text: string): string {
  return text === '' || field.unit === undefined ? text : `${text} ${field.unit}`
}

function partsOf(register: string): { readonly list: string; readonly key: string | null } {
  const slash = register.indexOf('/')
  if (slash < 0) return { list: register, key: null }
  return { list: register.slice(0, slash), key: register.slice(slash + 1) }
}

const CUSTOM_KINDS = { 文本: 'text', 数字: 'number', 日期: 'date' } as const

type Shown = Pick<TypedField, 'title' | 'kind' | 'unit'>

function fieldIn(records: Records, type: RecordType, name: string): Shown {
  const known = fieldsOf(type).get(name)
  if (known !== undefined) return known
  const { title, kind } = storedFields(records, 'column', name.slice(CUSTOM_PREFIX.length))
  const is = Object.entries(CUSTOM_KINDS).find(([word]) => word === kind)?.[1] ?? 'text'
  return { title: typeof title === 'string' ? title : '自定义列', kind: is }
}

/** The key of an element that was taken out names it as well as it can: often it is a name, or a firm's id. */
function keyName({ records }: Naming, key: string): string {
  const { name } = storedFields(records, 'enterprise', key)
  return typeof name === 'string' ? name : key
}

function elementName(naming: Naming, value: FieldValue): string {
  if (value === null) return ''
  if (typeof value !== 'object') return String(value)
  const { name, measure, indicator, year } = value
  if (indicator !== undefined) return `${year ?? ''}年${indicatorOf(naming, indicator).title}`
  return String(name ?? measure ?? '')
}

function indicatorOf({ indicators }: Naming, id: unknown): Pick<PackIndicator, 'title' | 'unit'> {
  return indicators.find((indicator) => indicator.id === id) ?? { title: String(id), unit: '' }
}

/** Parts of list elements that say more than the name, as they are read. */
const PARTS: readonly (readonly [string, (part: string) => string])[] = [
  ['task', (part) => part],
  ['year', (part) => `${part}年`],
  ['until', (part) => `用至${part}`],
  ['order', (part) => `第${part}位`],
  ['acquisition', (part) => part],
  ['people', (part) => `${part}人`],
  ['owner', (part) => `责任人 ${part}`],
  ['deadline', (part) => `时限 ${part}`],
  ['state', (part) => part],
  ['asker', (part) => `申请人 ${part}`],
  ['reason', (part) => `原因：${part}`],
]

function elementWords(naming: Naming, value: FieldValue): string {
  if (value === null) return '已移出'
  if (typeof value !== 'object') return String(value)
  const { indicator, value: amount } = value
  if (indicator !== undefined && typeof amount === 'number') {
    return `${plainNumber(amount)} ${indicatorOf(naming, indicator).unit}`.trim()
  }
  const more = PARTS.flatMap(([part, say]) =>
    value[part] === undefined || value[part] === '' ? [] : [say(String(value[part]))],
  )
  const name = elementName(naming, value)
  return more.length === 0 ? name : `${name}（${more.join('，')}）`
}
