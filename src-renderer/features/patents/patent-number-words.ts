import { type PatentKind, parsePatentNumber, patentCheckCharacter } from '#shared/codes/patent-number.ts'

/** What the program can tell from a typed number, in words. */
export interface NumberVerdict {
  readonly tone: 'good' | 'warn' | 'bad'
  readonly words: string
  /** Canonical 申请号; null when the text is none. */
  readonly number: string | null
  readonly kind: PatentKind | null
  readonly filingYear: number | null
}

/** Kind, filing year and check digit of a typed 申请号; null for empty text. A wrong check digit is told, not refused. */
export function numberVerdict(typed: string): NumberVerdict | null {
  if (typed.trim() === '') return null
  const parsed = parsePatentNumber(typed)
  if (parsed === null) {
    return { ...UNKNOWN, tone: 'bad', words: '认不出这个号码：申请号是 12 位（旧号 8 位）数字加校验位' }
  }
  if (parsed.form === 'certificate') {
    return { ...UNKNOWN, tone: 'bad', words: '这是专利证书号，不是申请号' }
  }
  if (parsed.form === 'publication') {
    const name = parsed.granted ? '授权公告号' : '公布号'
    return { ...UNKNOWN, kind: parsed.kind, tone: 'bad', words: `这是${name}，不是申请号` }
  }
  const { number, kind, filingYear, checkDigit, pct } = parsed
  const told = `${kind}${pct ? '（PCT）' : ''}，${filingYear} 年申请`
  const right = patentCheckCharacter(number.split('.')[0] ?? '')
  if (checkDigit === 'wrong') {
    return { tone: 'warn', words: `${told}，校验位不符：应为 ${right}，请核对`, number, kind, filingYear }
  }
  const check = checkDigit === 'missing' ? `校验位补为 ${right}` : '校验位正确'
  return { tone: 'good', words: `${told}，${check}`, number, kind, filingYear }
}

const UNKNOWN = { number: null, kind: null, filingYear: null } as const
