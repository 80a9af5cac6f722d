import { err, ok, type Result } from '../result.ts'

type Parsed = Result<number, { readonly message: string }>

/** Money units a clerk may write behind an amount, as multiples of 万元. */
const MONEY_UNITS: ReadonlyMap<string, number> = new Map([
  ['亿元', 10_000],
  ['亿', 10_000],
  ['万元', 1],
  ['万', 1],
  ['元', 0.0001],
])

/** A plain number; thousands separators and the field's own unit are accepted. Expects NFKC-normalised text. */
export function parseTypedNumber(typed: string, unit: string | undefined): Parsed {
  const compact = typed.replace(/\s+/g, '')
  const bare = unit !== undefined && compact.endsWith(unit) ? compact.slice(0, -unit.length) : compact
  if (!/^[+-]?(\d+|\d{1,3}(,\d{3})+)?(\.\d+)?$/.test(bare) || !/\d/.test(bare)) {
    return err({ message: `“${typed}”不是数字` })
  }
  return ok(Number(bare.replaceAll(',', '')))
}

/** An amount in 万元; 元, 万, 亿 behind the number are converted, at most 6 decimals are kept. */
export function parseTypedAmount(typed: string): Parsed {
  const compact = typed.replace(/\s+/g, '')
  const [unit, factor] = [...MONEY_UNITS].find(([name]) => compact.endsWith(name)) ?? [undefined, 1]
  const number = parseTypedNumber(compact, unit)
  if (!number.ok) return err({ message: `“${typed}”不是金额，请只填数字（单位：万元）` })
  return ok(Math.round(number.value * factor * 1e6) / 1e6)
}

/** A number without exponent and without the noise of binary fractions (0.1 + 0.2 reads 0.3). */
export function plainNumber(value: number): string {
  const fixed = value.toFixed(6)
  return fixed.includes('.') ? fixed.replace(/\.?0+$/, '') : fixed
}

/** The same amount in the unit people say aloud, so that 元 typed as 万元 is noticed. */
export function amountEcho(wan: number): string {
  if (Math.abs(wan) >= 10_000) return `= ${plainNumber(Math.round(wan) / 10_000)} 亿元`
  // Groups of three only here, where the zeros are to be counted; tables show what paper shows (DOMAIN.md D4).
  const yuan = String(Math.round(wan * 10_000)).replace(/\B(?=(\d{3})+$)/g, ',')
  return `= ${yuan} 元`
}
