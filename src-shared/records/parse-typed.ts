import { assertNever } from '../assert-never.ts'
import type { FieldValue } from '../edits/edit.ts'
import { err, ok, type Result } from '../result.ts'
import { fixedText } from '../sheets/cell-text.ts'
import type { DictionaryField } from './dictionary.ts'
import { parseTypedDate } from './typed-date.ts'
import { parseTypedAmount, parseTypedNumber, plainNumber } from './typed-number.ts'

/** What typing needs of a dictionary field; custom columns have one too. */
export type TypedField = Pick<DictionaryField, 'title' | 'kind' | 'unit' | 'choices' | 'schema' | 'required'>

type Parsed = Result<FieldValue, { readonly message: string }>

const YES = new Set(['是', '有', '√', '✓', 'y', 'yes', '1', 'true', '对'])
const NO = new Set(['否', '无', '×', '✗', 'n', 'no', '0', 'false', '不是', '没有'])

/** Control characters, line feeds apart, never belong into a field; tabs and returns become blanks. */
const CONTROLS = /[\p{Cc}\u2028\u2029]+/gu

/**
 * What a clerk typed into a field, as its value; emptied text is `null` (an empty field). The sentence of a failure
 * says what is wrong and what would be right. Check digits are judged elsewhere: a wrong code may be kept as 待核对.
 */
export function parseTyped(field: TypedField, typed: string): Parsed {
  if (typed.trim() === '') return ok(null)
  const parsed = parseByKind(field, typed)
  if (!parsed.ok) return parsed
  return field.schema.safeParse(parsed.value).success
    ? parsed
    : err({ message: schemaSentence(field, parsed.value) })
}

function parseByKind(field: TypedField, typed: string): Parsed {
  const flat = typed.replace(CONTROLS, ' ').trim()
  const narrow = flat.normalize('NFKC')
  switch (field.kind) {
    case 'text':
      return ok(flat)
    case 'longText':
      return ok(cleanLines(typed))
    case 'creditCode':
    case 'patentNumber':
      return ok(narrow.replace(/\s+/g, '').toUpperCase())
    case 'phone':
      return ok(narrow)
    case 'choice':
      return parseChoice(field.choices ?? [], narrow)
    case 'flag':
      return parseFlag(narrow)
    case 'count':
    case 'number':
      return parseTypedNumber(narrow, field.unit)
    case 'amount':
      return parseTypedAmount(narrow)
    case 'date':
      return parseTypedDate(narrow)
    case 'year':
      return parseTypedNumber(narrow, '年')
    case 'ref':
    case 'list':
      return err({ message: `${field.title}要从名单中选择，不能直接输入` })
    default:
      return assertNever(field.kind)
  }
}

/** A value as shown in a grid or a form; empty is the empty string, the screen prints — for it. */
export function formatField(field: Pick<TypedField, 'kind'>, value: unknown): string {
  if (value === undefined || value === null || value === '') return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return formatNumber(field, value)
  if (typeof value === 'object') return formatList(value)
  return String(value)
}

/** The text an editor starts with: what `parseTyped` reads back as the same value, not rounded. */
export function editText(field: Pick<TypedField, 'kind'>, value: unknown): string {
  return typeof value === 'number' ? plainNumber(value) : formatField(field, value)
}

/** As on paper: amounts with two decimals, nothing with thousands separators (DOMAIN.md D4). */
function formatNumber(field: Pick<TypedField, 'kind'>, value: number): string {
  return field.kind === 'amount' ? fixedText(value, 2) : plainNumber(value)
}

/** Elements of a list field by name, in register order where the elements carry one. */
function formatList(list: object): string {
  const elements = Object.values(list).filter((element) => element !== null && element !== undefined)
  const orderOf = (element: unknown) => numberAt(element, 'order') ?? Number.POSITIVE_INFINITY
  return elements
    .map((element, index) => ({ element, index, order: orderOf(element) }))
    .sort((a, b) => (a.order === b.order ? a.index - b.index : a.order - b.order))
    .map(({ element }) => elementName(element))
    .filter((name) => name !== '')
    .join('、')
}

function elementName(element: unknown): string {
  if (typeof element !== 'object' || element === null) return String(element)
  const parts = new Map<string, unknown>(Object.entries(element))
  const named = parts.get('name') ?? parts.get('measure') ?? parts.get('indicator')
  return named === undefined ? '' : String(named)
}

function numberAt(element: unknown, key: string): number | undefined {
  if (typeof element !== 'object' || element === null) return undefined
  const value: unknown = Object.entries(element).find(([name]) => name === key)?.[1]
  return typeof value === 'number' ? value : undefined
}

function parseChoice(choices: readonly string[], typed: string): Parsed {
  const exact = choices.find((choice) => choice === typed)
  if (exact !== undefined) return ok(exact)
  const [only, ...others] = choices.filter((choice) => choice.startsWith(typed))
  if (only !== undefined && others.length === 0) return ok(only)
  return err({ message: `“${typed}”不在选项中，可填：${choices.join('、')}` })
}

function parseFlag(typed: string): Parsed {
  const lower = typed.toLowerCase()
  if (YES.has(lower)) return ok(true)
  if (NO.has(lower)) return ok(false)
  return err({ message: `“${typed}”看不出是或否，请填 是 或 否` })
}

function cleanLines(typed: string): string {
  return typed
    .split(/\r\n?|\n/)
    .map((line) => line.replace(CONTROLS, ' ').trimEnd())
    .join('\n')
    .trim()
}

function schemaSentence(field: TypedField, value: FieldValue): string {
  if (typeof value === 'number') {
    if (field.kind === 'year') return `年度 ${value} 不在允许的范围内，请填四位年份`
    if (field.kind === 'count' && !Number.isInteger(value)) return `${field.title}应为整数`
    if (value < 0) return `${field.title}不能是负数`
    return `${field.title} ${plainNumber(value)} 超出允许的范围`
  }
  if (typeof value === 'string' && value.length > 20) return `${field.title}太长（${value.length} 字）`
  return `“${String(value)}”不符合${field.title}的格式`
}
