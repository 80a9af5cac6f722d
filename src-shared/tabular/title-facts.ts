import { cellText, compact } from './cell-text.ts'
import type { Matrix } from './matrix.ts'
import { periodOf } from './readers/read-choice.ts'
import type { MoneyUnit } from './readers/read-number.ts'

/** What only the rows above the header (or the sheet's name) say. */
export interface TitleFacts {
  /** Texts of the title rows, compacted: a repetition further down is recognised by them. */
  readonly titles: readonly string[]
  readonly year: number | null
  readonly period: string | null
  readonly unit: MoneyUnit | null
}

const NOT_THE_YEAR = /(?:填报|填表|报送|制表|上报)(?:日期|时间):?\S{0,14}/gu

/** Year, period and money unit from 2021年…名单 and 单位:万元. */
export function titleFacts(matrix: Matrix, headerTop: number): TitleFacts {
  const texts = matrix.rows
    .slice(0, headerTop)
    .flatMap((row) => row.map((cell) => cellText(cell)).filter((text) => text.trim() !== ''))
  const titles = texts.map(compact)
  const searched = [...titles.map((title) => title.replace(NOT_THE_YEAR, '')), compact(matrix.sheet)]
  const unit = first(titles, /单位[::](万元|千元|亿元|元)/u)
  const period = first(searched, /(1[-~—–至](?:3|6|9|12)月|前三季度|上半年|一季度|全年)/u)
  const year = first(searched, /((?:19|20)\d{2})年/u)
  return {
    titles,
    year: year === null ? null : Number(year),
    period: period === null ? null : periodOf(period),
    unit: unit === '万元' || unit === '千元' || unit === '亿元' || unit === '元' ? unit : null,
  }
}

function first(texts: readonly string[], pattern: RegExp): string | null {
  for (const text of texts) {
    const found = pattern.exec(text)?.[1]
    if (found !== undefined) return found
  }
  return null
}
