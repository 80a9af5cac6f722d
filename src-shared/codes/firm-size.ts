import type { Row } from '../records/dictionary.ts'
import { industryByName } from './industries.ts'
import { type SmeSize, smeSize } from './sme-size.ts'

/** 系统测算 of 企业规模, and of which year its 营业收入 and 资产总额 are. */
export interface ComputedSize {
  readonly size: SmeSize
  /** null: no figures of a whole year. */
  readonly year: number | null
}

const WHOLE_YEAR: ReadonlySet<string> = new Set(['年度', '1-12月累计'])

/**
 * 企业规模 by the latest whole year among the firm's figures; 从业人员 of that year, else as the register has it
 * (DOMAIN.md C4).
 */
export function computedSize(firm: Row<'enterprise'>, figures: readonly Row<'figures'>[]): ComputedSize {
  const whole = figures.filter(
    ({ enterprise, period }) => enterprise === firm.id && WHOLE_YEAR.has(period ?? ''),
  )
  const year = whole.reduce<number | null>((latest, row) => Math.max(latest ?? 0, row.year ?? 0), null)
  const ofYear = whole.filter((row) => row.year === year)
  // 年度 goes before 1-12月累计 of the same year
  const ranked = [...ofYear.filter(isAnnual), ...ofYear.filter((row) => !isAnnual(row))]
  const first = (pick: (row: Row<'figures'>) => number | undefined) =>
    ranked.map(pick).find((value) => value !== undefined) ?? null
  const size = smeSize({
    industry: firm.industryCode ?? industryByName(firm.industry ?? '')?.division ?? null,
    employees: first((row) => row.employees) ?? firm.employees ?? null,
    revenue: first((row) => row.revenue),
    assets: first((row) => row.assets),
  })
  return { size, year }
}

const isAnnual = ({ period }: Row<'figures'>): boolean => period === '年度'
