import { DIVISIONS } from '../codes/divisions.ts'

const PLAIN = /^[\u4e00-\u9fff0-9A-Z]*$/
const BRACKETS_AND_SPACE = /[\s()（）[\]【】〔〕·.。,，"“”'‘’\u200b-\u200d\ufeff]/gu
const REGIONS = [
  '湖南省',
  '湖南',
  '岳阳市',
  '岳阳',
  ...Object.values(DIVISIONS).flatMap((name) => [name, name.slice(0, -1)]),
]
const PREFIX = new RegExp(`^(?:${[...new Set(REGIONS)].sort((a, b) => b.length - a.length).join('|')})+`, 'u')
const SUFFIX = /(?:有限责任公司|股份有限公司|集团有限公司|有限公司|股份公司|集团公司|公司|集团|厂)+$/u

/** A name as it is compared: NFKC, without spaces, brackets and punctuation. Equal for （平江） and (平江). */
export function comparableName(name: string): string {
  if (PLAIN.test(name)) return name
  return name.normalize('NFKC').replace(BRACKETS_AND_SPACE, '').toUpperCase()
}

/** What is left without 省市县 in front and the company form behind: alike for a firm and its short name. */
export function coreName(name: string): string {
  const comparable = comparableName(name)
  const core = comparable.replace(PREFIX, '').replace(SUFFIX, '')
  return core === '' ? comparable : core
}

/** Element key of a name in a list field: `~` + comparable name, within the limits of a register name. */
export function nameKey(name: string): string {
  return `~${comparableName(name)
    .replace(/[/\p{Cc}]/gu, '')
    .slice(0, 119)}`
}
