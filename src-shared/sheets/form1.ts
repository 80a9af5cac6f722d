import { caveatWords } from '../indicators/caveat-words.ts'
import type { IndicatorResult } from '../indicators/indicator.ts'
import { SPANS } from '../indicators/report-period.ts'
import { spanWord } from '../indicators/stated-figures.ts'
import { ruledContributions } from '../indicators/year-verdict.ts'
import type { Form1 } from '../pack/form-definition.ts'
import type { Sheet, SheetCell, SheetRow } from './sheet.ts'
import { cellsOf, type SheetContext, sheetColumns, sheetFrame } from './sheet-context.ts'

/** 表1 进展情况统计表: one row per indicator of the pack's form, every number with the records behind it. */
export function form1(results: readonly IndicatorResult[], context: SheetContext): Sheet {
  const form = context.pack.forms.form1
  const byId = new Map(results.map((result) => [result.id, result]))
  const rows = form.rows.map((row, at) => indicatorRow(row, at + 1, byId.get(row.indicator), context))
  return {
    ...sheetFrame('form1', form, context),
    columns: sheetColumns(form.columns, context.period),
    rows,
    notes: [...form1Notes(context), ...statedNotes(results)],
  }
}

function indicatorRow(
  row: Form1['rows'][number],
  number: number,
  result: IndicatorResult | undefined,
  context: SheetContext,
): SheetRow {
  const known = context.pack.indicators.find((indicator) => indicator.id === row.indicator)
  const stock = known?.kind === 'stock'
  const cumulative = result?.cumulative.value ?? null
  const lastYear = result?.lastYear ?? null
  const amount = (value: number | null): SheetCell =>
    value === null ? null : { value, decimals: known?.decimals ?? 0 }
  const cells = cellsOf(context.pack.forms.form1.columns, {
    number: { value: number, decimals: 0 },
    indicator: row.indent === true ? `  其中：${row.title}` : row.title,
    unit: known?.unit ?? null,
    target: amount(result?.target ?? null),
    quarter: stock ? null : amount(result?.quarter.value ?? null),
    cumulative: amount(cumulative),
    completion: completionRate(cumulative, result?.target ?? null),
    lastYear: amount(lastYear),
    growth: growthRate(cumulative, lastYear),
    note: [...(result === undefined ? [] : caveatWords(result)), ...baseNotes(result)].join('；'),
  })
  const source = (result?.cumulative.contributions ?? [])
    .filter((entry) => entry.counts)
    .map((entry) => entry.id)
  return { kind: 'data', cells, source }
}

/** 完成率 = 累计 ÷ 全年目标 × 100 from unrounded numbers; without a target above 0 there is none. */
export function completionRate(value: number | null, target: number | null): SheetCell {
  return value === null || target === null || target <= 0 ? null : { percent: (value / target) * 100 }
}

/** 同比 = (本年 − 上年) ÷ 上年 × 100; a base that is missing, 0 or negative gives none (B, base value 0). */
export function growthRate(value: number | null, base: number | null): SheetCell {
  return value === null || base === null || base <= 0 ? null : { percent: ((value - base) / base) * 100 }
}

function baseNotes(result: IndicatorResult | undefined): readonly string[] {
  const base = result?.lastYear ?? null
  if (base === null || base > 0) return []
  return [base === 0 ? '上年同期为0，不计同比' : '上年同期为负，不计同比']
}

/** 手工填列 and 认定 with their reasons (DOMAIN.md J4). */
function statedNotes(results: readonly IndicatorResult[]): readonly string[] {
  const figures = results.flatMap((result) =>
    SPANS.flatMap((span) => {
      const { stated } = result[span]
      return stated === undefined
        ? []
        : [`${result.title}（${spanWord(span)}）为手工填列：${stated.reason}。`]
    }),
  )
  const rulings = ruledContributions(results).map(
    ({ label, ruling }) => `${label}，${ruling.by}为${ruling.stated}：${ruling.reason}。`,
  )
  return [...figures, ...rulings]
}

function form1Notes(context: SheetContext): readonly string[] {
  const { rules } = context.pack
  const scope = rules.grantScope === 'list' ? '名单口径' : '全县口径'
  const acquisition = rules.acquisition === 'original' ? '受让、承继取得的不计入' : '含受让、承继取得'
  return [
    `专利按授权公告日统计，${scope}，${acquisition}；“待核实”“缺报”“缺公告日”的未计入。`,
    '“—”表示没有数据或无法计算，不等于0。',
  ]
}
