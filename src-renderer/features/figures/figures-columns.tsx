import { fieldOf } from '#shared/records/dictionary.ts'
import { formatField } from '#shared/records/parse-typed.ts'
import { fixedText } from '#shared/sheets/cell-text.ts'
import type { GridColumn } from '../../ui/grid/grid-column.ts'
import { Status } from '../../ui/Status.tsx'
import styles from './Figures.module.css'
import { type AmountName, type FiguresRow, intensityOf, quarterAmount } from './figures-rows.ts'

type Column = GridColumn<FiguresRow>

const NAME: Column = {
  id: 'name',
  title: '企业名称',
  kind: 'text',
  width: 240,
  value: (row) => row.firm.name,
  text: (row) => row.firm.name ?? '',
}

function typed(name: string, width: number, title?: string): Column {
  const field = fieldOf('figures', name)
  const value = (row: FiguresRow): unknown =>
    row.figures === null ? undefined : Reflect.get(row.figures, name)
  return {
    id: name,
    title: title ?? field.title,
    kind: field.kind,
    width,
    value,
    text: (row) => formatField(field, value(row)),
    field,
    ...(title === undefined ? {} : { help: field.title }),
    ...(field.unit === undefined ? {} : { unit: field.unit }),
    ...(field.choices === undefined ? {} : { choices: field.choices }),
  }
}

function quarter(name: AmountName, title: string): Column {
  const text = (row: FiguresRow) => {
    const value = quarterAmount(row, name)
    return value === null ? '' : fixedText(value, 2)
  }
  return {
    id: `quarter-${name}`,
    title,
    kind: 'amount',
    unit: '万元',
    width: 138,
    help: '本季 = 本期累计 − 上期累计；缺上期累计时为空',
    value: (row) => quarterAmount(row, name) ?? undefined,
    text,
    render: (row) => <span className={styles.computed}>{text(row) || '—'}</span>,
  }
}

const INTENSITY: Column = {
  id: 'intensity',
  title: '研发强度',
  unit: '%',
  kind: 'number',
  width: 112,
  help: '研发费用 ÷ 营业收入，由程序算出',
  value: (row) => intensityOf(row.figures) ?? undefined,
  text: (row) => intensityOf(row.figures)?.toFixed(2) ?? '',
  render: (row) => <span className={styles.computed}>{intensityOf(row.figures)?.toFixed(2) ?? '—'}</span>,
}

const MARKS: Column = {
  id: 'marks',
  title: '提示',
  kind: 'text',
  width: 216,
  value: (row) => row.marks.map((mark) => mark.word).join('、'),
  text: (row) => row.marks.map((mark) => mark.word).join('、'),
  render: (row) => {
    const [first, ...others] = row.marks
    if (first === undefined) return <span />
    return (
      <span
        className={styles.mark}
        title={row.marks.map((mark) => `${mark.word}：${mark.sentence}`).join('\n')}
      >
        <Status quiet tone={first.tone} word={first.word} />
        {others.length === 0 ? null : <span className={styles.more}>等 {row.marks.length} 项</span>}
      </span>
    )
  },
}

const STATE = typed('state', 100)
const REVENUE = typed('revenue', 148)
const RD = typed('rdExpense', 148)
const REST: readonly Column[] = [
  typed('newProductSales', 190),
  typed('patentProductSales', 176, '专利产品销售额'),
  typed('patentProductProfit', 162, '专利产品利润'),
  typed('superDeduction', 162),
  typed('profitTax', 130),
  typed('employees', 150),
  typed('assets', 150),
  typed('basis', 100),
  typed('note', 160),
]

/** The table while collecting; `quarters` adds 本季 beside the amounts that are reported each quarter. */
export const COLLECTING_COLUMNS: { readonly plain: readonly Column[]; readonly quarters: readonly Column[] } =
  {
    plain: [NAME, STATE, REVENUE, RD, INTENSITY, MARKS, ...REST],
    quarters: [
      NAME,
      STATE,
      REVENUE,
      quarter('revenue', '本季营收'),
      RD,
      quarter('rdExpense', '本季研发'),
      INTENSITY,
      MARKS,
      ...REST.slice(0, 2),
      quarter('patentProductSales', '本季销售额'),
      ...REST.slice(2, 3),
      quarter('patentProductProfit', '本季利润'),
      ...REST.slice(3),
    ],
  }
