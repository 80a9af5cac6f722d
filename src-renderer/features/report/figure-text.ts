import { EMPTY_TEXT, fixedText } from '#shared/sheets/cell-text.ts'
import { PLAN_PACK } from '../../workspace/plan-pack.ts'

/** A number of 表1 with the decimals it has on paper. */
export function figureText(indicator: string, value: number | null): string {
  const known = PLAN_PACK.indicators.find(({ id }) => id === indicator)
  return value === null ? EMPTY_TEXT : fixedText(value, known?.decimals ?? 2)
}
