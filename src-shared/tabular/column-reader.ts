import { unitByName } from '../codes/reporting-units.ts'
import { type DictionaryField, fieldOf, type RecordType } from '../records/dictionary.ts'
import { ACQUISITIONS } from '../records/patent.ts'
import { cellText, compact } from './cell-text.ts'
import type { ValueKey } from './cleaned.ts'
import type { MappedColumn } from './map-columns.ts'
import type { Cell } from './matrix.ts'
import { readChoice } from './readers/read-choice.ts'
import { readCreditCode } from './readers/read-credit-code.ts'
import { readDate } from './readers/read-date.ts'
import { readFlag, readTitleFlag, readTitles } from './readers/read-flag.ts'
import { type MoneyUnit, readAmount, readCount, readNumber } from './readers/read-number.ts'
import { readOwners, readParticipants, readPatentNumber } from './readers/read-patent.ts'
import { readPhone } from './readers/read-phone.ts'
import { readFirmName, readFormerNames, readText } from './readers/read-text.ts'
import { NOTHING, plain, type Reading, refused } from './readers/reading.ts'

/** A mapped column ready to read: prepared once per sheet, called once per cell. */
export interface ColumnReader {
  readonly column: number
  readonly target: ValueKey
  /** `<record>.<field>` as findings name it, without year. */
  readonly field: string
  readonly title: string
  readonly read: (cell: Cell) => Reading
  /** Whether a vertically merged value belongs to every row it covers; a number never does. */
  readonly fillsDown: boolean
}

export interface ReaderContext {
  /** YYYY-MM-DD. */
  readonly today: string
  /** The unit the title names, when the heading names none. */
  readonly sheetUnit: MoneyUnit | null
  readonly ownUnitName: string | null
}

const MAY_BE_NEGATIVE: ReadonlySet<string> = new Set(['figures.patentProductProfit', 'figures.profitTax'])
const MAY_BE_LATER: ReadonlySet<string> = new Set(['activity.followUpOn'])
const CUSTOM_LENGTH = 500

/** The reader of a mapped column; a `custom` column keeps numbers as numbers and everything else as text. */
export function columnReader(column: MappedColumn, context: ReaderContext): ColumnReader | null {
  if (column.target === null) return null
  if (column.target === 'custom') {
    return {
      column: column.column,
      target: `custom.${column.header}`,
      field: 'custom',
      title: column.header,
      read: readCustom,
      fillsDown: true,
    }
  }
  const [field = ''] = column.target.split('@')
  const [record = '', name = '', part] = splitField(field)
  const entry = fieldOf(record as RecordType, name)
  const unit = column.heading.unit ?? context.sheetUnit
  const read = part === undefined ? fieldReader(entry, field, unit, context) : partReader(field, part)
  const numeric = part === undefined && ['amount', 'count', 'number'].includes(entry.kind)
  return {
    column: column.column,
    target: column.target,
    field,
    title: entry.title,
    read,
    fillsDown: !numeric,
  }
}

function splitField(field: string): [string, string, string?] {
  const [record = '', name = '', ...rest] = field.split('.')
  return rest.length === 0 ? [record, name] : [record, name, rest.join('.')]
}

function partReader(field: string, part: string): (cell: Cell) => Reading {
  if (field.startsWith('enterprise.titles.')) return (cell) => readTitleFlag(cell, part)
  if (part === 'acquisition') return (cell) => readChoice(cell, field, ACQUISITIONS)
  return part === 'signed' ? readFlag : readCount
}

function fieldReader(
  entry: DictionaryField,
  field: string,
  unit: MoneyUnit | null,
  context: ReaderContext,
): (cell: Cell) => Reading {
  const named = NAMED[field]
  if (named !== undefined) return named
  if (field === 'enterprise.unit') return (cell) => readUnit(cell, context.ownUnitName)
  switch (entry.kind) {
    case 'creditCode':
      return readCreditCode
    case 'patentNumber':
      return readPatentNumber
    case 'phone':
      return readPhone
    case 'choice':
      return (cell) => readChoice(cell, field, entry.choices ?? [])
    case 'flag':
      return readFlag
    case 'count':
      return readCount
    case 'amount':
      return (cell) => readAmount(cell, unit, MAY_BE_NEGATIVE.has(field))
    case 'number':
      return (cell) => withinSchema(readNumber(cell), entry)
    case 'date':
      return dateReader(field, context.today)
    case 'year':
      return readYear
    default:
      return textReader(entry)
  }
}

const NAMED: Readonly<Record<string, (cell: Cell) => Reading>> = {
  'enterprise.name': readFirmName,
  'enterprise.titles': readTitles,
  'enterprise.formerNames': readFormerNames,
  'patent.owners': readOwners,
  'activity.participants': readParticipants,
}

function withinSchema(reading: Reading, entry: DictionaryField): Reading {
  if (reading.value === undefined || entry.schema.safeParse(reading.value).success) return reading
  return refused('number-out-of-range')
}

/** A founding date after today cannot be; other dates may be plans, so they are only pointed out. */
function dateReader(field: string, today: string): (cell: Cell) => Reading {
  return (cell) => {
    const reading = readDate(cell, today)
    if (typeof reading.value !== 'string' || reading.value <= today || MAY_BE_LATER.has(field)) return reading
    const severity = field === 'enterprise.founded' ? 'blocking' : 'warning'
    return {
      ...reading,
      notes: [...reading.notes, { kind: 'date-in-future', after: null, before: reading.value, severity }],
    }
  }
}

/** Text within the schema's length; fields with a pattern (区划代码, 行业代码) leave out what does not fit it. */
function textReader(entry: DictionaryField): (cell: Cell) => Reading {
  const long = entry.kind === 'longText'
  const max = maxLengthOf(entry)
  if (max !== null) return (cell) => readText(cell, max, long)
  const known = new Map<string, boolean>()
  return (cell) => {
    const reading = readText(cell, CUSTOM_LENGTH, long)
    if (typeof reading.value !== 'string') return reading
    const value = compact(reading.value)
    const fits = known.get(value) ?? entry.schema.safeParse(value).success
    known.set(value, fits)
    return fits ? { ...reading, value } : refused('text-format')
  }
}

/** The `max` of a plain text field; null for one that also has a pattern. */
function maxLengthOf(entry: DictionaryField): number | null {
  for (let max = 20; max <= 4000; max += 20) {
    if (entry.schema.safeParse('字'.repeat(max)).success) {
      let best = max
      while (best < 4000 && entry.schema.safeParse('字'.repeat(best + 20)).success) best += 20
      return best
    }
  }
  return null
}

function readUnit(cell: Cell, own: string | null): Reading {
  const shown = cellText(cell).trim()
  if (shown === '') return NOTHING
  const unit = unitByName(shown)
  if (unit === null) return { value: shown.slice(0, 20), notes: [{ kind: 'unit-unknown', after: null }] }
  const notes = own !== null && unit.name !== own ? [{ kind: 'other-unit' as const, after: null }] : []
  if (unit.name === shown) return { value: shown, notes }
  return { value: unit.name, notes: [{ kind: 'enum-alias', after: unit.name, severity: 'info' }, ...notes] }
}

function readYear(cell: Cell): Reading {
  const text = compact(cellText(cell))
  if (text === '') return NOTHING
  const year = /^((?:19|20)\d{2})(?:年度|年)?$/u.exec(text)?.[1]
  return year === undefined ? refused('date-unreadable') : plain(Number(year))
}

function readCustom(cell: Cell): Reading {
  if (typeof cell !== 'number') return readText(cell, CUSTOM_LENGTH, true)
  return Number.isFinite(cell) ? plain(cell) : refused('number-out-of-range')
}
