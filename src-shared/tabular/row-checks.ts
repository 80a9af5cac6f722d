import { industryByName } from '../codes/industries.ts'
import { parsePatentNumber } from '../codes/patent-number.ts'
import { smeSize } from '../codes/sme-size.ts'
import type { ValueKey } from './cleaned.ts'
import { noteAt, type RowDraft, type SheetColumns } from './row-draft.ts'

/** Where the county's own firms may be registered (GB/T 2260), empty when not to be checked. */
export interface CheckContext {
  readonly ownDivisions: ReadonlySet<string>
  /** Money columns with a year: the same field side by side in two years. */
  readonly yearPairs: readonly { readonly later: ValueKey; readonly earlier: ValueKey }[]
  /** 研发费用 beside 营业收入 of the same year or period. */
  readonly ratioPairs: readonly { readonly revenue: ValueKey; readonly rdExpense: ValueKey }[]
}

/** Prepared once per sheet from its columns. */
export function checkContext(columns: SheetColumns, ownDivisions: readonly string[]): CheckContext {
  const targets = [...columns.byTarget.keys()].filter((target) => target.startsWith('figures.'))
  const yearPairs = targets.flatMap((later) => {
    const [field, year] = later.split('@')
    const earlier = `${field}@${Number(year) - 1}`
    return columns.byTarget.has(earlier) ? [{ later, earlier }] : []
  })
  const ratioPairs = targets
    .filter((target) => target.startsWith('figures.revenue'))
    .map((revenue) => ({ revenue, rdExpense: revenue.replace('figures.revenue', 'figures.rdExpense') }))
  return { ownDivisions: new Set(ownDivisions), yearPairs, ratioPairs }
}

/** What only the whole row shows about a firm: registration, size, type against baseline, figures among themselves. */
export function checkFirm(draft: RowDraft, columns: SheetColumns, context: CheckContext): void {
  checkCode(draft, columns, context)
  checkFigures(draft, columns, context)
  checkType(draft, columns)
  checkSize(draft, columns, context)
  checkNote(draft, columns)
}

function checkCode(draft: RowDraft, columns: SheetColumns, context: CheckContext): void {
  const code = draft.values['enterprise.code']
  if (typeof code !== 'string') return
  const say = (kind: 'non-enterprise' | 'province-registered' | 'other-county', before: string) =>
    noteAt(draft, columns, 'enterprise.code', before, { kind, after: null })
  if (!code.startsWith('91')) say('non-enterprise', code)
  const authority = code.slice(2, 8)
  if (/^\d{2}0000$/.test(authority)) say('province-registered', code)
  else if (context.ownDivisions.size > 0 && !context.ownDivisions.has(authority))
    say('other-county', authority)
}

const SUSPECT = 1000

/** Suspect amounts are left out, not converted: the unit is a guess until somebody confirms it. */
export function checkFigures(draft: RowDraft, columns: SheetColumns, context: CheckContext): void {
  for (const { later, earlier } of context.yearPairs) {
    const [now, before] = [draft.values[later], draft.values[earlier]]
    if (typeof now !== 'number' || typeof before !== 'number' || now <= 0 || before <= 0) continue
    const suspect = now >= SUSPECT * before ? later : before >= SUSPECT * now ? earlier : null
    if (suspect === null) continue
    const value = suspect === later ? now : before
    noteAt(draft, columns, suspect, String(value), {
      kind: 'suspect-unit-yuan',
      after: String(Number((value / 10_000).toPrecision(12))),
    })
    delete draft.values[suspect]
  }
  for (const { revenue, rdExpense } of context.ratioPairs) {
    const [sales, research] = [draft.values[revenue], draft.values[rdExpense]]
    if (typeof sales !== 'number' || typeof research !== 'number' || research <= sales) continue
    noteAt(draft, columns, rdExpense, String(research), { kind: 'rd-greater-than-revenue', after: null })
  }
}

function checkType(draft: RowDraft, columns: SheetColumns): void {
  const valid = draft.values['participation.validPatents']
  const prior = draft.values['participation.priorGrantCount']
  if (draft.values['participation.type'] !== '破零') return
  if (!(typeof valid === 'number' && valid > 0) && !(typeof prior === 'number' && prior > 0)) return
  noteAt(draft, columns, 'participation.type', '破零', { kind: 'type-conflicts-with-base', after: null })
}

const LARGE_BY_REVENUE = 10_000

function checkSize(draft: RowDraft, columns: SheetColumns, context: CheckContext): void {
  const { values } = draft
  const stated = values['enterprise.size']
  if (stated === '大型' || computedLarge(draft, context)) {
    noteAt(draft, columns, 'enterprise.size', typeof stated === 'string' ? stated : '', {
      kind: 'not-sme-large',
      after: null,
    })
  }
}

/** Only firms with enough revenue to be 大型 in any trade are computed. */
function computedLarge({ values }: RowDraft, context: CheckContext): boolean {
  const employees = values['enterprise.employees']
  const latest = context.ratioPairs
    .map((pair) => pair.revenue)
    .sort()
    .at(-1)
  const revenue = latest === undefined ? undefined : values[latest]
  if (typeof employees !== 'number' || typeof revenue !== 'number' || revenue < LARGE_BY_REVENUE) return false
  const code = values['enterprise.industryCode']
  const name = values['enterprise.industry']
  const industry =
    typeof code === 'string'
      ? code
      : typeof name === 'string'
        ? (industryByName(name)?.division ?? null)
        : null
  return smeSize({ industry, employees, revenue, assets: null }) === '大型'
}

function checkNote(draft: RowDraft, columns: SheetColumns): void {
  const note = draft.values['enterprise.note']
  const registration = draft.values['enterprise.registration']
  const stated = typeof registration === 'string' ? registration : ''
  const text = typeof note === 'string' ? note : ''
  const at = (before: string) =>
    before === text && text !== '' ? 'enterprise.note' : 'enterprise.registration'
  const gone = /(?<!未|没有|尚未)(注销|吊销)/u.test(text) ? text : /注销|吊销/u.test(stated) ? stated : null
  if (gone !== null) noteAt(draft, columns, at(gone), gone, { kind: 'deregistered', after: null })
  const moved = /迁出|迁往|搬迁至|已迁|外迁/u.test(text) ? text : stated === '迁出' ? stated : null
  if (moved !== null) noteAt(draft, columns, at(moved), moved, { kind: 'moved-out', after: null })
}

/** A patent's number against its type and dates. */
export function checkPatent(draft: RowDraft, columns: SheetColumns): void {
  const { values } = draft
  const number = values['patent.applicationNo']
  const [filed, granted, kind] = [values['patent.filedOn'], values['patent.grantedOn'], values['patent.kind']]
  const parsed = typeof number === 'string' ? parsePatentNumber(number) : null
  if (parsed?.form === 'application') {
    if (kind === undefined) values['patent.kind'] = parsed.kind
    else if (kind !== parsed.kind) {
      noteAt(draft, columns, 'patent.kind', String(kind), {
        kind: 'patent-kind-conflict',
        after: parsed.kind,
      })
      values['patent.kind'] = parsed.kind
    }
    if (typeof filed === 'string' && filed.slice(0, 4) !== String(parsed.filingYear)) {
      noteAt(draft, columns, 'patent.filedOn', filed, { kind: 'filing-year-mismatch', after: null })
    }
  }
  if (typeof filed === 'string' && typeof granted === 'string' && granted < filed) {
    noteAt(draft, columns, 'patent.grantedOn', granted, { kind: 'grant-before-filing', after: null })
  }
  if (values['patent.status'] === '授权' && granted === undefined) {
    noteAt(draft, columns, 'patent.grantedOn', '', { kind: 'granted-without-date', after: null })
  }
}
