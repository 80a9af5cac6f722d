import { fieldsOf, RecordType } from '#shared/records/dictionary.ts'
import type { CleanedSheet, Subject, ValueKey } from '#shared/tabular/cleaned.ts'
import { layoutOf } from '#shared/tabular/layout.ts'

export interface MappingChoice {
  readonly target: ValueKey
  readonly title: string
}

export const CUSTOM = 'custom'
export const DROPPED = ''

/** Fields a column may be read as, in dictionary order; money of a firm list once per year. */
export function mappingChoices(subject: Subject, years: readonly number[]): readonly MappingChoice[] {
  const layout = layoutOf(subject, 'main')
  const targets = [...new Set(layout?.targets.values() ?? [])].sort((a, b) => rankOf(a) - rankOf(b))
  return targets.flatMap((target) =>
    subject === 'enterprises' && target.startsWith('figures.')
      ? years.map((year) => ({ target: `${target}@${year}`, title: `${targetTitle(target)}（${year}年）` }))
      : [{ target, title: targetTitle(target) }],
  )
}

/** 营业收入(2020年) for figures.revenue@2020. */
export function targetTitle(target: ValueKey): string {
  const [path = '', dated] = target.split('@')
  const [record = '', name = '', part] = path.split('.')
  const type = RecordType.safeParse(record)
  const field = type.success ? fieldsOf(type.data).get(name) : undefined
  const title = field?.title ?? target
  const whole = part === undefined ? title : `${title}：${PARTS[part] ?? part}`
  return dated === undefined
    ? whole
    : `${whole}（${dated.replace(/Q(\d)$/u, '年第$1季度累计')}${/Q\d$/u.test(dated) ? '' : '年'}）`
}

const PARTS: Readonly<Record<string, string>> = { acquisition: '取得方式', people: '人数', signed: '签到' }

/** Fields that two columns are read as: only one of them can be right. */
export function doubleTargets(sheet: CleanedSheet): ReadonlySet<ValueKey> {
  const seen = new Set<ValueKey>()
  const doubled = new Set<ValueKey>()
  for (const { target } of sheet.columns) {
    if (target === null || target === CUSTOM) continue
    if (seen.has(target)) doubled.add(target)
    seen.add(target)
  }
  return doubled
}

/** Years a money column may belong to: those of the sheet and the two before the year worked on. */
export function mappingYears(sheet: CleanedSheet, year: number): readonly number[] {
  const stated = sheet.columns.flatMap(({ target }) => {
    const found = /@(\d{4})/.exec(target ?? '')?.[1]
    return found === undefined ? [] : [Number(found)]
  })
  return [...new Set([...stated, year - 2, year - 1, year])].sort((a, b) => a - b)
}

function rankOf(target: ValueKey): number {
  const [record = '', name = ''] = target.split('.')
  const type = RecordType.safeParse(record)
  if (!type.success) return Number.MAX_SAFE_INTEGER
  const at = [...fieldsOf(type.data).keys()].indexOf(name)
  return RecordType.options.indexOf(type.data) * 100 + at
}
