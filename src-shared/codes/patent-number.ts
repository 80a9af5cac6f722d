import type { PATENT_KINDS } from '../records/patent.ts'
import { normaliseCode } from './credit-code.ts'

export type PatentKind = (typeof PATENT_KINDS)[number]

/** 申请号 (ZC 0006-2003); with `ZL` before it the same number is the 专利号. */
export interface ApplicationNumber {
  readonly form: 'application'
  /** Canonical: `201911044411.X`, old form `95115608.X`. A missing check character is filled in. */
  readonly number: string
  readonly kind: PatentKind
  /** PCT application in the national phase (type digit 8 or 9). */
  readonly pct: boolean
  readonly filingYear: number
  readonly checkDigit: 'ok' | 'wrong' | 'missing'
  readonly prefix: 'ZL' | 'CN' | null
}

/** 公布号 / 授权公告号 such as CN110941994B: another number of the same patent, no application number in it. */
export interface PublicationNumber {
  readonly form: 'publication'
  readonly number: string
  readonly kind: PatentKind
  /** True for 授权公告 (B C U Y S D), false for 公布 (A). */
  readonly granted: boolean
}

/** 证书号: the number printed on the certificate. */
export interface CertificateNumber {
  readonly form: 'certificate'
  readonly number: string
}

export type PatentNumber = ApplicationNumber | PublicationNumber | CertificateNumber

const KINDS: Readonly<Record<string, PatentKind>> = {
  '1': '发明',
  '2': '实用新型',
  '3': '外观设计',
  '8': '发明',
  '9': '实用新型',
}
const PUBLICATION_KINDS: Readonly<Record<string, PatentKind>> = {
  A: '发明',
  B: '发明',
  C: '发明',
  U: '实用新型',
  Y: '实用新型',
  S: '外观设计',
  D: '外观设计',
}
const NEW_FORM = /^(\d{4})([12389])\d{7}$/
const OLD_FORM = /^(\d{2})([12389])\d{5}$/

/** Tells the three numbers of a patent apart; null when the text is none of them. */
export function parsePatentNumber(raw: string): PatentNumber | null {
  const text = normaliseCode(raw).replace(/^(专利申请号|专利号|申请号|授权公告号|公告号|公布号)[::]?/u, '')
  return parseCertificate(text) ?? parsePublication(text) ?? parseApplication(text)
}

/** Canonical 申请号 `201911044411.X`, or null when the text is not an application or patent number. */
export function normalisePatentNumber(raw: string): string | null {
  const parsed = parsePatentNumber(raw)
  return parsed?.form === 'application' ? parsed.number : null
}

/** Equal for ZL201911044411.X, CN201911044411X and 201911044411.x; '' for empty text. */
export function comparablePatentNumber(typed: string): string {
  return normalisePatentNumber(typed) ?? typed.normalize('NFKC').replace(/\s+/g, '').toUpperCase()
}

/** Check character of the digits before the point: Σ digit × weight mod 11, 10 is X (ZC 0006-2003). */
export function patentCheckCharacter(digits: string): string {
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (2 + (at % 8)), 0)
  const rest = sum % 11
  return rest === 10 ? 'X' : String(rest)
}

function parseCertificate(text: string): CertificateNumber | null {
  const found = /^(?:专利)?(?:证书(?:编)?号[::]?第?|第)(\d{4,9})号?$/u.exec(text)
  return found?.[1] === undefined ? null : { form: 'certificate', number: found[1] }
}

function parsePublication(text: string): PublicationNumber | null {
  const found = /^(?:CN)?(\d{9}|\d{7})([ABCUYSD])\d?$/.exec(text)
  const digits = found?.[1]
  const letter = found?.[2] ?? ''
  const kind = PUBLICATION_KINDS[letter]
  if (digits === undefined || kind === undefined) return null
  return { form: 'publication', number: `CN${digits}${letter}`, kind, granted: letter !== 'A' }
}

function parseApplication(text: string): ApplicationNumber | null {
  const found = /^(ZL|CN)?[.:]?(\d{12}|\d{8})(?:[.·。．,-]?([\dX]))?$/u.exec(text)
  const digits = found?.[2]
  if (digits === undefined) return null
  const shape = (digits.length === 12 ? NEW_FORM : OLD_FORM).exec(digits)
  const filingYear = yearOf(shape?.[1] ?? '')
  const kind = KINDS[shape?.[2] ?? '']
  if (filingYear === null || kind === undefined) return null
  const check = patentCheckCharacter(digits)
  const typed = found?.[3]
  return {
    form: 'application',
    number: `${digits}.${typed ?? check}`,
    kind,
    pct: shape?.[2] === '8' || shape?.[2] === '9',
    filingYear,
    checkDigit: typed === undefined ? 'missing' : typed === check ? 'ok' : 'wrong',
    prefix: found?.[1] === 'ZL' || found?.[1] === 'CN' ? found[1] : null,
  }
}

/** The old form ran from 1985 to September 2003, the new one since October 2003. */
function yearOf(digits: string): number | null {
  const year = Number(digits)
  if (digits.length === 4) return year >= 2003 && year <= 2100 ? year : null
  if (year >= 85) return 1900 + year
  return year <= 3 ? 2000 + year : null
}
