import { isCreditCode } from '../codes/credit-code.ts'
import type { Records } from '../edits/read-model.ts'
import { conflictedRecords } from '../edits/records-view.ts'
import { caveatText } from '../indicators/caveat-words.ts'
import { gapCount } from '../indicators/caveats.ts'
import { computeIndicators } from '../indicators/compute-indicators.ts'
import { GAP_KINDS, type GapKind, type IndicatorResult, type ReportPeriod } from '../indicators/indicator.ts'
import { registerFacts, type Scope, scopeOf } from '../indicators/scope.ts'
import type { ListEntry } from '../indicators/year-list.ts'
import type { PlanPack } from '../pack/plan-pack.ts'
import { RECORD_TITLES, type RecordType, type Row } from '../records/dictionary.ts'

export const CHECK_KINDS = [
  'conflict',
  'duplicate-firm',
  'invalid-code',
  'empty-list',
  'empty-form1',
  'no-activity',
  'unchecked-code',
  'undated',
  'missing',
  'unverified',
] as const
export type CheckKind = (typeof CHECK_KINDS)[number]

/** One line of the check list before 报送; `records` open on click. */
export interface CheckFinding {
  readonly kind: CheckKind
  readonly severity: 'blocking' | 'warning'
  /** What it is about whatever its words and counts: the kind, with the indicator where it has one. */
  readonly subject: string
  readonly message: string
  readonly records: readonly { readonly record: RecordType; readonly id: string }[]
}

/** Only these block 报送 (DOMAIN.md J19); everything else may go with a reason. */
const BLOCKING: ReadonlySet<CheckKind> = new Set([
  'conflict',
  'duplicate-firm',
  'invalid-code',
  'empty-list',
  'empty-form1',
])

type Draft = Omit<CheckFinding, 'severity' | 'subject'> & { readonly subject?: string }

/** What to look at before 报送, what blocks first; an empty list means nothing to do. */
export function checkList(
  records: Records,
  pack: PlanPack,
  period: ReportPeriod,
  results: readonly IndicatorResult[] = computeIndicators(records, pack, period, {}),
): readonly CheckFinding[] {
  const scope = scopeOf(registerFacts(records, pack), period)
  const found = [
    ...conflicts(records),
    ...duplicates(records),
    ...codes(scope, results),
    ...emptyTables(scope, results),
    ...gaps(results),
    ...doubledStatements(records, results),
  ].map((draft): CheckFinding => {
    const severity = BLOCKING.has(draft.kind) ? 'blocking' : 'warning'
    return { subject: draft.kind, ...draft, severity }
  })
  return [
    ...found.filter(({ severity }) => severity === 'blocking'),
    ...found.filter(({ severity }) => severity === 'warning'),
  ]
}

/** True when nothing in the list keeps the report from being signed. */
export const mayReport = (findings: readonly CheckFinding[]): boolean =>
  findings.every(({ severity }) => severity !== 'blocking')

/** Records that no number and no form is made of: two values in them hold nothing up. */
const OF_NO_NUMBER: ReadonlySet<RecordType> = new Set(['submission', 'column', 'reportNote'])

/** An unresolved field counts as missing everywhere, so the numbers cannot be signed (DESIGN.md 3). */
function conflicts(records: Records): Draft[] {
  const open = conflictedRecords(records).filter(({ type }) => !OF_NO_NUMBER.has(type))
  if (open.length === 0) return []
  const types = [...new Set(open.map(({ type }) => RECORD_TITLES[type]))].join('、')
  return [
    {
      kind: 'conflict',
      message: `${open.length}条记录有两个不同的值（${types}），请先选定一个`,
      records: open.map(({ type, id }) => ({ record: type, id })),
    },
  ]
}

function duplicates(records: Records): Draft[] {
  const byCode = new Map<string, Row<'enterprise'>[]>()
  for (const firm of records.of('enterprise')) {
    if (firm.code === undefined || !isCreditCode(firm.code)) continue
    const firms = byCode.get(firm.code)
    if (firms === undefined) byCode.set(firm.code, [firm])
    else firms.push(firm)
  }
  return [...byCode]
    .filter(([, firms]) => firms.length > 1)
    .map(([code, firms]) => ({
      kind: 'duplicate-firm' as const,
      message: `${firms.map((firm) => firm.name ?? '未命名企业').join('、')}的代码同为 ${code}，请合并或作废其中一条`,
      records: firms.map(({ id }) => ({ record: 'enterprise' as const, id })),
    }))
}

/** The code is how the city knows a firm: it must be right where the firm itself is a result (破零, 倍增). */
function codes(scope: Scope, results: readonly IndicatorResult[]): Draft[] {
  const zero = results.find(({ id }) => id === 'zero-breakers')
  const broke = new Set(zero?.cumulative.contributions.filter(({ counts }) => counts).map(({ id }) => id))
  const wrong = [...scope.list.listed.values()].filter(
    ({ firm }) => firm.code === undefined || !isCreditCode(firm.code),
  )
  const counted = wrong.filter((entry) => broke.has(entry.participation.id) || isGrowing(entry, scope))
  const other = wrong.filter((entry) => !counted.includes(entry))
  return [
    ...counted.map(({ participation, firm }) => ({
      kind: 'invalid-code' as const,
      message: `${firm.name ?? '未命名企业'}计入${broke.has(participation.id) ? '破零' : '倍增'}，但统一社会信用代码${firm.code === undefined ? '未填' : `“${firm.code}”不正确`}`,
      records: [{ record: 'enterprise' as const, id: firm.id }],
    })),
    ...(other.length === 0
      ? []
      : [
          {
            kind: 'unchecked-code' as const,
            message: `名单中${other.length}家企业的统一社会信用代码未填或不正确`,
            records: other.map(({ firm }) => ({ record: 'enterprise' as const, id: firm.id })),
          },
        ]),
  ]
}

/** A 倍增 firm with a grant of this year up to the cut-off. */
function isGrowing({ participation, firm }: ListEntry, scope: Scope): boolean {
  if (participation.type !== '倍增' || firm === null) return false
  const { from, to } = scope.period.cumulative
  return (scope.grants.get(firm.id) ?? []).some(({ on }) => on !== null && on >= from && on <= to)
}

function emptyTables(scope: Scope, results: readonly IndicatorResult[]): Draft[] {
  const { year } = scope.period
  const held = results.find(({ id }) => id === 'activity-sessions')?.quarter.value ?? 0
  const visited = results.find(({ id }) => id === 'firm-visits')?.quarter.value ?? 0
  const isBlank = results.every(({ quarter, cumulative }) => !quarter.value && !cumulative.value)
  return [
    ...(scope.list.listed.size === 0
      ? [{ kind: 'empty-list' as const, message: `${year}年名单没有企业，表8是空表`, records: [] }]
      : []),
    ...(isBlank ? [{ kind: 'empty-form1' as const, message: '表1没有任何数据', records: [] }] : []),
    ...(held === 0 && visited === 0
      ? [{ kind: 'no-activity' as const, message: '本季没有服务活动记录，表5是空表', records: [] }]
      : []),
  ]
}

/** The words of the check list for machines, by kind of gap. */
const GAP_CHECKS: { readonly [G in GapKind]: CheckKind } = {
  verify: 'unverified',
  missing: 'missing',
  undated: 'undated',
}

/** 手工填列 made twice for one number: neither counts until one is taken back. */
function doubledStatements(records: Records, results: readonly IndicatorResult[]): Draft[] {
  return results
    .filter(({ caveats }) => caveats.some(({ kind }) => kind === 'stated-twice'))
    .map(({ id, title }) => ({
      kind: 'unverified',
      subject: `stated-twice:${id}`,
      message: `${title}：手工填列有两条，未采用，请在“进度”中恢复系统测算后重填`,
      records: records
        .of('statedFigure')
        .filter((row) => row.indicator === id)
        .map((row) => ({ record: 'statedFigure' as const, id: row.id })),
    }))
}

/** 待核实, 缺报, 缺公告日: one line per indicator and gap; other notes on the number stand with the first. */
function gaps(results: readonly IndicatorResult[]): Draft[] {
  return results.flatMap(({ id, title, cumulative, caveats }) => {
    const found = GAP_KINDS.filter((gap) => gapCount(cumulative, gap) > 0)
    const others = caveats.filter(({ kind }) => !GAP_KINDS.some((gap) => gap === kind))
    return found.map((gap, at) => {
      const said = [...caveats.filter(({ kind }) => kind === gap), ...(at === 0 ? others : [])]
      return {
        kind: GAP_CHECKS[gap],
        subject: `${GAP_CHECKS[gap]}:${id}`,
        message: `${title}：${said.map((caveat) => caveatText(id, caveat)).join('，')}`,
        records: cumulative.contributions
          .filter((entry) => entry.gap === gap)
          .map(({ record, id: of }) => ({ record: record as RecordType, id: of })),
      }
    })
  })
}
