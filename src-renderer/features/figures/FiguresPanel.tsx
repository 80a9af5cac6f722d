import { Button } from '@mantine/core'
import type { FieldValue } from '#shared/edits/edit.ts'
import { fieldsOf, type Row } from '#shared/records/dictionary.ts'
import { PERIODS } from '#shared/records/figures.ts'
import type { Result } from '#shared/result.ts'
import { fixedText } from '#shared/sheets/cell-text.ts'
import { openCellHistory, openHistory } from '../../state/history-place.ts'
import { useScreenState } from '../../state/screen-state.ts'
import { useFormConflicts } from '../../state/use-conflict-marks.ts'
import { Panel } from '../../ui/Panel.tsx'
import { RecordForm } from '../../ui/record-form/RecordForm.tsx'
import { Status } from '../../ui/Status.tsx'
import styles from './Figures.module.css'
import { type FiguresRow, intensityOf, type Period } from './figures-rows.ts'

export interface FiguresPanelProps {
  /** The firm in each period of the year, in the order of the periods. */
  readonly rows: readonly FiguresRow[]
  readonly year: number
  readonly period: Period
  readonly voided: readonly Row<'figures'>[]
  readonly focus: string | undefined
  readonly onPeriod: (period: Period) => void
  readonly onSave: (
    row: FiguresRow,
    field: string,
    value: FieldValue,
  ) => Promise<Result<unknown, { readonly message: string }>>
  readonly onVoid: (figures: Row<'figures'>) => void
  readonly onRestore: (figures: Row<'figures'>) => void
  readonly onClose: () => void
}

const KEYS: ReadonlySet<string> = new Set(['enterprise', 'year', 'period'])
const FIELDS = [...fieldsOf('figures').values()].filter((field) => !KEYS.has(field.name))

const MARKED = { $void: 'state' }

/** One firm: every period of the year at a glance, and the form of the chosen one. */
export function FiguresPanel(props: FiguresPanelProps) {
  const { rows, year, period } = props
  const goTo = useScreenState((state) => state.goTo)
  const row = rows[PERIODS.indexOf(period)]
  const inConflict = useFormConflicts('figures', row?.figures?.id ?? null, MARKED)
  if (row === undefined) return null
  const { figures } = row
  return (
    <Panel
      title={row.firm.name ?? '未填名称的企业'}
      subtitle={`${year}年企业数据`}
      onClose={props.onClose}
      footer={
        <>
          <Button variant="default" onClick={() => goTo('enterprises', { open: row.id })}>
            打开企业
          </Button>
          {figures === null ? null : (
            <>
              <Button variant="default" onClick={() => props.onVoid(figures)}>
                作废本期数据
              </Button>
              <Button variant="default" onClick={() => openHistory('figures', figures.id)}>
                历史
              </Button>
            </>
          )}
        </>
      }
    >
      <PeriodTable rows={rows} period={period} onPeriod={props.onPeriod} />
      {props.voided.map((each) => (
        <p key={each.id} className={styles.voided}>
          {each.period}有已作废的数据
          <button type="button" className={styles.link} onClick={() => props.onRestore(each)}>
            恢复
          </button>
        </p>
      ))}
      {row.marks.length === 0 ? null : (
        <ul className={styles.marks}>
          {row.marks.map((mark) => (
            <li key={mark.word}>
              <Status quiet tone={mark.tone} word={mark.word} />
              <span className={styles.hint}>{mark.sentence}</span>
            </li>
          ))}
        </ul>
      )}
      <h3 className={styles.formTitle}>{period}</h3>
      <RecordForm
        key={`${row.id} ${period}`}
        label={`${row.firm.name ?? ''} ${period}`}
        fields={FIELDS}
        values={figures ?? {}}
        {...inConflict}
        keptAs={`${row.id} ${period}`}
        {...(props.focus === undefined ? {} : { focus: props.focus })}
        onSave={(field, value) => props.onSave(row, field.name, value)}
        {...(figures === null
          ? {}
          : { onHistory: (field) => openCellHistory('figures', figures.id, field.name) })}
      />
    </Panel>
  )
}

interface PeriodTableProps {
  readonly rows: readonly FiguresRow[]
  readonly period: Period
  readonly onPeriod: (period: Period) => void
}

function PeriodTable({ rows, period, onPeriod }: PeriodTableProps) {
  return (
    <table className={styles.periods}>
      <thead>
        <tr>
          <th scope="col">期间</th>
          <th scope="col">状态</th>
          <th scope="col" className={styles.number}>
            营业收入
          </th>
          <th scope="col" className={styles.number}>
            研发费用
          </th>
          <th scope="col" className={styles.number}>
            强度（%）
          </th>
        </tr>
      </thead>
      <tbody>
        {PERIODS.map((each, at) => {
          const figures = rows[at]?.figures ?? null
          return (
            <tr key={each} data-current={each === period}>
              <th scope="row">
                <button type="button" className={styles.link} onClick={() => onPeriod(each)}>
                  {each}
                </button>
              </th>
              <td>{figures?.state ?? '—'}</td>
              <td className={styles.number}>{amount(figures?.revenue)}</td>
              <td className={styles.number}>{amount(figures?.rdExpense)}</td>
              <td className={styles.number}>{intensityOf(figures)?.toFixed(2) ?? '—'}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function amount(value: number | undefined): string {
  return value === undefined ? '—' : fixedText(value, 2)
}
