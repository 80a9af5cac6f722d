import { targetKey } from '#shared/indicators/plan-targets.ts'
import type { PackIndicator, PlanPack } from '#shared/pack/plan-pack.ts'
import type { Row } from '#shared/records/dictionary.ts'
import { plainNumber } from '#shared/records/typed-number.ts'
import { err, ok, type Result } from '#shared/result.ts'

export interface TargetRow {
  readonly indicator: PackIndicator
  /** The county's own targets by year. */
  readonly values: ReadonlyMap<number, number>
  /** What the notice asks of the whole city, in words; '' for none. */
  readonly city: string
}

/** Every indicator of the pack with the county's targets. */
export function targetRows(plan: Row<'plan'>, pack: PlanPack): readonly TargetRow[] {
  const years = yearsOf(plan, pack)
  return pack.indicators.map((indicator) => ({
    indicator,
    values: new Map(
      years.flatMap((year) => {
        const target = plan.targets?.[targetKey(indicator.id, year)]
        return target === undefined ? [] : [[year, target.value] as const]
      }),
    ),
    city: pack.cityTargets
      .filter((target) => target.indicator === indicator.id)
      .map(cityWords)
      .join('；'),
  }))
}

/** Targets of the notice that no indicator of the county is held against. */
export function otherCityTargets(pack: PlanPack): readonly string[] {
  return pack.cityTargets
    .filter((target) => target.indicator === null)
    .map((target) => `${target.title} ${cityWords(target)}`)
}

function cityWords(target: PlanPack['cityTargets'][number]): string {
  const amount = `${plainNumber(target.value)} ${target.unit}`
  return target.per === 'year' ? `每年 ${amount}` : `到 ${target.to} 年 ${amount}`
}

const MOST_YEARS = 10

/** 起止年度 of the plan, else the years of the programme. */
export function yearsOf(plan: Row<'plan'>, pack: PlanPack): readonly number[] {
  const from = plan.fromYear ?? pack.years.from
  const to = Math.max(from, plan.toYear ?? pack.years.to)
  return Array.from({ length: Math.min(MOST_YEARS, to - from + 1) }, (_, at) => from + at)
}

/** A typed target of an indicator: not negative, and whole where the indicator counts things. */
export function checkedTarget(
  indicator: Pick<PackIndicator, 'title' | 'unit' | 'decimals'>,
  value: unknown,
): Result<number | null, { readonly message: string }> {
  if (value === null) return ok(null)
  if (typeof value !== 'number') return err({ message: '目标要填数字' })
  if (value < 0) return err({ message: '目标不能是负数' })
  if (indicator.decimals === 0 && !Number.isInteger(value)) {
    return err({ message: `${indicator.title}按${indicator.unit}计，目标应为整数` })
  }
  return ok(value)
}
