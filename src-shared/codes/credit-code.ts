import { isOrganisationCode } from './organisation-code.ts'

// GB 32100-2015: no I O S V Z.
const CHARSET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const
const LENGTH = 18
const LOOKALIKES: Readonly<Record<string, string>> = { O: '0', I: '1', Z: '2', S: '5' }

// White space of every kind, zero-width characters, BOM, soft hyphen, direction marks.
const INVISIBLE = /[\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu

/** A typed or pasted code in its comparable form: NFKC, nothing invisible, no leading text mark ('), upper case. */
export function normaliseCode(raw: string): string {
  const visible = raw.normalize('NFKC').replace(INVISIBLE, '')
  const bare = visible.replace(/^['’‘`]+/u, '').replace(/[a-z]/g, (letter) => letter.toUpperCase())
  // Removing an invisible character may have brought two parts of one character together.
  return bare.normalize('NFKC')
}

export type CreditCodeVerdict =
  | {
      readonly valid: true
      /** 登记机关区划, digits 3–8: where it was registered at the time, not where the firm is. */
      readonly authority: string
      /** 登记管理部门 + 机构类别: 91 企业, 92 个体工商户, 93 农民专业合作社 … */
      readonly category: string
    }
  | {
      readonly valid: false
      readonly reason: 'length' | 'charset' | 'check-digit'
      readonly length: number
      /** Positions 9–17 pass GB 11714 by themselves: the error is then in positions 1–8 or 18. */
      readonly orgDigitOk: boolean
    }

/** 统一社会信用代码 (GB 32100-2015) of a code in the form `normaliseCode` gives. */
export function checkCreditCode(code: string): CreditCodeVerdict {
  const reason = defectOf(code)
  if (reason === null) return { valid: true, authority: code.slice(2, 8), category: code.slice(0, 2) }
  const orgDigitOk = code.length === LENGTH && isOrganisationCode(orgCodeOf(code))
  return { valid: false, reason, length: code.length, orgDigitOk }
}

export function isCreditCode(code: string): boolean {
  return defectOf(code) === null
}

/** The 18th character for the first 17; null when they are not 17 characters of the standard's set. */
export function creditCheckCharacter(first17: string): string | null {
  if (first17.length !== WEIGHTS.length) return null
  let sum = 0
  for (const [at, weight] of WEIGHTS.entries()) {
    const value = CHARSET.indexOf(first17.charAt(at))
    if (value < 0) return null
    sum += value * weight
  }
  // The outer mod matters: remainder 0 gives check character 0.
  return CHARSET.charAt((31 - (sum % 31)) % 31)
}

/** The code with O I Z S read as 0 1 2 5, only when that makes it valid; a suggestion, never applied silently. */
export function suggestCreditCode(code: string): string | null {
  if (isCreditCode(code)) return null
  const replaced = code.replace(/[OIZS]/g, (letter) => LOOKALIKES[letter] ?? letter)
  return isCreditCode(replaced) ? replaced : null
}

/** 组织机构代码 inside a credit code: positions 9–17. */
export function orgCodeOf(creditCode: string): string {
  return creditCode.slice(8, 17)
}

export type LegacyKind = 'registration-number' | 'organisation-code'

/** Codes from before 2015: 15 digits are an old 注册号, 9 characters (often XXXXXXXX-X) an old 组织机构代码. */
export function legacyKindOf(code: string): LegacyKind | null {
  if (/^\d{15}$/.test(code)) return 'registration-number'
  return /^[0-9A-Z]{8}-?[0-9X]$/.test(code) ? 'organisation-code' : null
}

function defectOf(code: string): 'length' | 'charset' | 'check-digit' | null {
  if (code.length !== LENGTH) return 'length'
  if (!/^\d{6}$/.test(code.slice(2, 8)) || !CHARSET.includes(code.charAt(17))) return 'charset'
  const check = creditCheckCharacter(code.slice(0, 17))
  if (check === null) return 'charset'
  return check === code.charAt(17) ? null : 'check-digit'
}
