import { compact } from './cell-text.ts'
import { periodOf } from './readers/read-choice.ts'
import type { MoneyUnit } from './readers/read-number.ts'

/** A column's heading, joined from its levels, with what it says beside the field's name. */
export interface Heading {
  /** As the sheet shows it, levels joined: 2019年营业收入. */
  readonly shown: string
  /** Comparable names to look up: the whole heading, then its last level alone. */
  readonly keys: readonly string[]
  readonly year: number | 'previous' | 'current' | null
  /** Cumulative period such as 1-9月累计. */
  readonly period: string | null
  readonly unit: MoneyUnit | null
}

const PUNCTUATION = /[()[\]【】:、,*/\\\-—–_.。“”"'<>《》?!;·|]/gu
const UNIT =
  /[([](?:单位:?)?(万元|千元|亿元|元|人次|人|件|家|小时|项|%|台|个|名|万|亿)[)\]]|单位:(万元|千元|亿元|元)$|[,:](万元|千元|亿元|元)$/u
const YEAR = /((?:19|20)\d{2})(?:年度|年)?/u
const PERIOD = /1[-~—–至](?:3|6|9|12)月(?:累计)?|前三季度|上半年|第?一季度|全年/u

/** A heading or synonym in the form in which it is compared: no unit, no brackets, no spaces. */
export function headingKey(text: string): string {
  return compact(text).normalize('NFKC').replace(UNIT, '').replace(PUNCTUATION, '').toUpperCase()
}

/** The heading of a column from its levels, top first; equal neighbours (vertical merges) count once. */
export function headingOf(levels: readonly string[]): Heading {
  const distinct = levels.filter((level, at) => level !== '' && level !== levels[at - 1])
  const shown = distinct.map((level) => level.replace(/\s+/gu, '')).join('')
  const joined = compact(shown).normalize('NFKC')
  const unit = moneyOf(UNIT.exec(joined))
  const period = PERIOD.exec(joined)?.[0]
  const year = YEAR.exec(joined)?.[1]
  const keys = [...new Set([keyOf(joined), keyOf(distinct.at(-1) ?? ''), headingKey(joined)])]
  return {
    shown,
    keys: keys.filter((key) => key !== ''),
    year: year === undefined ? relativeYear(joined) : Number(year),
    period: period === undefined ? null : periodOf(period),
    unit,
  }
}

function keyOf(text: string): string {
  return headingKey(
    compact(text)
      .normalize('NFKC')
      .replace(PERIOD, '')
      .replace(YEAR, '')
      .replace(/上年度|上年|去年|本年度|本年|今年|当年/gu, ''),
  )
}

function relativeYear(text: string): 'previous' | 'current' | null {
  if (/上年|去年/u.test(text)) return 'previous'
  return /本年|今年|当年/u.test(text) ? 'current' : null
}

function moneyOf(found: RegExpExecArray | null): MoneyUnit | null {
  const unit = found?.[1] ?? found?.[2] ?? found?.[3]
  return unit === '万元' || unit === '千元' || unit === '亿元' || unit === '元' ? unit : null
}
