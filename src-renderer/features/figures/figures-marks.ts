import { fieldOf } from '#shared/records/dictionary.ts'
import { fixedText } from '#shared/sheets/cell-text.ts'
import type { AmountName, FiguresRow } from './figures-rows.ts'

export interface FiguresMark {
  readonly tone: 'warn' | 'note'
  readonly word: string
  readonly sentence: string
}

/** Cumulative amounts that cannot shrink within a year; profit may. */
const GROWING: readonly AmountName[] = [
  'revenue',
  'rdExpense',
  'newProductSales',
  'patentProductSales',
  'superDeduction',
]
const COMPARED: readonly AmountName[] = ['revenue', 'rdExpense', 'newProductSales', 'patentProductSales']
/** Beyond this factor 元 was probably typed for 万元, or a digit is missing. */
const FAR_APART = 5

/** What looks wrong with the figures of a firm, the most important first. */
export function figuresMarks(row: Omit<FiguresRow, 'marks'>): readonly FiguresMark[] {
  const { figures } = row
  const outside = row.isListed ? [] : [note('不在名单', '企业不在本年名单，数据不计入')]
  if (figures === null) return [note('未报', '本期还没有数据'), ...outside]
  return [
    ...(row.records.length > 1
      ? [warn(`本期有 ${row.records.length} 条`, '同一期间有多条数据，请作废多余的；表中显示最终的一条')]
      : []),
    ...missingMarks(row),
    ...(figures.rdExpense !== undefined &&
    figures.revenue !== undefined &&
    figures.rdExpense > figures.revenue
      ? [warn('研发费用大于营业收入', '请核对单位是否为万元')]
      : []),
    ...shrunkMarks(row),
    ...farApartMarks(row),
    ...outside,
  ]
}

function missingMarks({ figures }: Omit<FiguresRow, 'marks'>): readonly FiguresMark[] {
  const missing = (['revenue', 'rdExpense'] as const).filter((name) => figures?.[name] === undefined)
  if (missing.length === 0) return []
  const names = missing.map(titleOf).join('、')
  return [warn(`缺${names}`, `缺${names}，研发投入和强度中列为缺数据`)]
}

function shrunkMarks({ figures, previous }: Omit<FiguresRow, 'marks'>): readonly FiguresMark[] {
  const shrunk = GROWING.flatMap((name) => {
    const [now, before] = [figures?.[name], previous?.[name]]
    if (now === undefined || before === undefined || now >= before) return []
    const title = titleOf(name)
    return [{ title, sentence: `${title} ${amount(now)} 小于${previous?.period ?? ''} ${amount(before)}` }]
  })
  const [first, ...others] = shrunk
  if (first === undefined) return []
  const what = others.length === 0 ? first.title : `${shrunk.length} 项数据`
  return [warn(`${what}低于上期`, shrunk.map((each) => each.sentence).join('；'))]
}

function farApartMarks({ figures, lastYear }: Omit<FiguresRow, 'marks'>): readonly FiguresMark[] {
  const far = COMPARED.flatMap((name) => {
    const [now, before] = [figures?.[name], lastYear?.[name]]
    if (now === undefined || before === undefined || now <= 0 || before <= 0) return []
    if (now <= before * FAR_APART && before <= now * FAR_APART) return []
    return [`${titleOf(name)} ${amount(now)}，上年同期 ${amount(before)}`]
  })
  return far.length === 0 ? [] : [warn('与上年同期差5倍以上', far.join('；'))]
}

const titleOf = (name: AmountName) => fieldOf('figures', name).title
const amount = (value: number) => fixedText(value, 2)
const warn = (word: string, sentence: string): FiguresMark => ({ tone: 'warn', word, sentence })
const note = (word: string, sentence: string): FiguresMark => ({ tone: 'note', word, sentence })
