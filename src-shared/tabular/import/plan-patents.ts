import type { CleanedRow } from '../cleaned.ts'
import { comparableName } from '../firm-names.ts'
import {
  FIRM_AMBIGUOUS,
  FIRM_UNKNOWN,
  firmOf,
  type ImportContext,
  type RowOutcome,
  recordFor,
  writeFields,
  writeFirmElement,
} from './import-context.ts'
import { elementsOf, numberOf, type SheetSource, textOf } from './sheet-source.ts'

const OWNERS = new Set(['owners'])
const KEY_FIELDS = new Set(['year'])

/** 专利台账 rows: one record per application number; owners are firms of ours by id, others by name. */
export function planPatent(context: ImportContext, from: SheetSource, row: CleanedRow): RowOutcome {
  const number = textOf(row, 'patent.applicationNo')
  if (number === null) return '缺申请号'
  const { id } = recordFor(context, 'patent', number, from.of(row, 'patent.applicationNo'))
  writeFields(context, 'patent', id, row, from, OWNERS)
  writeOwners(context, id, row, from)
  return null
}

function writeOwners(context: ImportContext, id: string, row: CleanedRow, from: SheetSource): void {
  const own = textOf(row, 'enterprise.name')
  const source = from.of(row, 'patent.owners', 'enterprise.name')
  for (const [key, element] of elementsOf(row.values['patent.owners'])) {
    const name = String(element.name)
    const isOwn = own !== null && comparableName(name) === comparableName(own)
    const match = isOwn ? firmOf(context, row) : context.firms.match(null, name)
    if (typeof match === 'object')
      writeFirmElement(
        context,
        { type: 'patent', id, list: 'owners', name },
        { ...element, enterprise: match.id },
        source,
      )
    else context.staging.write('patent', id, `owners/${key}`, element, source)
  }
}

/** 列入前情况 rows: what the firm had when it was listed; only for firms on that year's list. */
export function planBaseline(context: ImportContext, from: SheetSource, row: CleanedRow): RowOutcome {
  const match = firmOf(context, row)
  if (match === 'unknown') return FIRM_UNKNOWN
  if (match === 'ambiguous') return FIRM_AMBIGUOUS
  const year = numberOf(row, 'participation.year') ?? context.options.listYear
  if (year === null) return '没有说明是哪一年的名单'
  const id = context.known.get(`participation ${match.id}|${year}`)
  if (id === undefined) return `这家企业不在${year}年名单中`
  writeFields(context, 'participation', id, row, from, KEY_FIELDS)
  return null
}

const FIGURE_KEYS = new Set<string>()

/** 企业数据 rows: one record per firm, year and period. */
export function planFigures(context: ImportContext, from: SheetSource, row: CleanedRow): RowOutcome {
  const match = firmOf(context, row)
  if (match === 'unknown') return FIRM_UNKNOWN
  if (match === 'ambiguous') return FIRM_AMBIGUOUS
  const [year, period] = [numberOf(row, 'figures.year'), textOf(row, 'figures.period')]
  if (year === null || period === null) return '缺年度或期间'
  const source = from.of(row, 'enterprise.code', 'enterprise.name')
  const { id, isNew } = recordFor(context, 'figures', `${match.id}|${year}|${period}`, source)
  if (isNew) context.staging.write('figures', id, 'enterprise', match.id, source)
  writeFields(context, 'figures', id, row, from, FIGURE_KEYS)
  return null
}
