import { err, ok, type Result } from '../result.ts'
import { daysInMonth } from './values.ts'

const HINT = '请写成 2021-03-05、2021.3.5、20210305 或 2021年3月5日，只知道年月的写 2021-03'

const FORMS = [
  /^(\d{4})(?:[-./年](?:(\d{1,2})(?:[-./月](?:(\d{1,2})[日号]?)?)?)?)?$/,
  /^(\d{4})(\d{2})(\d{2})?$/,
]

/**
 * A date as clerks type it, in the precision typed: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
 * Expects NFKC-normalised text. The sentence says what is wrong with it.
 */
export function parseTypedDate(typed: string): Result<string, { readonly message: string }> {
  const compact = typed.replace(/\s+/g, '')
  const parts = FORMS.map((form) => form.exec(compact)).find((match) => match !== null)
  if (parts == null) return err({ message: `“${typed}”不是日期。${HINT}` })
  const [year, month, day] = parts.slice(1).map((part) => (part === undefined ? undefined : Number(part)))
  if (year === undefined || year < 1900 || year > 2100) {
    return err({ message: `年份 ${parts[1]} 不在 1900 至 2100 之间` })
  }
  if (month === undefined) return ok(`${year}`)
  if (month < 1 || month > 12) return err({ message: `没有 ${month} 月` })
  const yearMonth = `${year}-${twoDigits(month)}`
  if (day === undefined) return ok(yearMonth)
  if (day < 1 || day > daysInMonth(year, month)) return err({ message: `${year}年${month}月没有 ${day} 日` })
  return ok(`${yearMonth}-${twoDigits(day)}`)
}

function twoDigits(part: number): string {
  return String(part).padStart(2, '0')
}
