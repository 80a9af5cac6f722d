import type { ReactNode } from 'react'
import type { Measure, ReportPeriod } from '#shared/indicators/indicator.ts'
import { quartersName, type Span } from '#shared/indicators/report-period.ts'
import { useScreenState } from '../../state/screen-state.ts'
import { Status } from '../../ui/Status.tsx'
import type { OpenMeasure } from './ContributionPanel.tsx'
import type { GroupId } from './contribution-groups.ts'
import styles from './Progress.module.css'
import type { ProgressRow } from './progress-view.ts'

export interface ProgressTableProps {
  readonly rows: readonly ProgressRow[]
  readonly period: ReportPeriod
  readonly open: OpenMeasure | null
  readonly onOpen: (open: OpenMeasure) => void
}

export function ProgressTable({ rows, period, open, onOpen }: ProgressTableProps) {
  return (
    <div className={styles.sheet}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">指标</th>
            <th scope="col">单位</th>
            <th scope="col" className={styles.number}>
              本季
            </th>
            <th scope="col" className={styles.number}>
              {quartersName(period.quarter)}累计
            </th>
            <th scope="col" className={styles.number}>
              全年目标
            </th>
            <th scope="col">完成率</th>
            <th scope="col">距目标</th>
            <th scope="col">需要处理</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <IndicatorLine key={row.result.id} row={row} open={open} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
      <p className={styles.foot}>
        点任一数字，看哪些记录计入、哪些没有以及原因。“—”表示没有数据，不等于
        0；待核实、缺报和缺日期的不计入。
      </p>
    </div>
  )
}

interface LineProps extends Pick<ProgressTableProps, 'open' | 'onOpen'> {
  readonly row: ProgressRow
}

function IndicatorLine({ row, open, onOpen }: LineProps) {
  const { result } = row
  const show = (span: Span, group: GroupId | null = null) => onOpen({ indicator: result.id, span, group })
  return (
    <tr data-open={open?.indicator === result.id}>
      <th scope="row">{result.title}</th>
      <td className={styles.unit}>{result.unit}</td>
      <td className={styles.number}>
        <NumberButton label={`${result.title} 本季`} onClick={() => show('quarter')}>
          {row.quarter}
        </NumberButton>
        <StatedMark measure={result.quarter} />
      </td>
      <td className={styles.number}>
        <NumberButton label={`${result.title} 累计`} onClick={() => show('cumulative')}>
          {row.cumulative}
        </NumberButton>
        <StatedMark measure={result.cumulative} />
      </td>
      <td className={styles.number}>
        <Target text={row.target} title={result.title} />
      </td>
      <td>
        <span className={styles.completion}>
          {row.share === null ? null : <Bar share={row.share} kind={row.distance.kind} />}
          <span className={styles.rate}>{row.completion}</span>
        </span>
      </td>
      <td>
        <span className={styles.distance} data-kind={row.distance.kind}>
          {row.distance.text}
        </span>
      </td>
      <td className={styles.gaps}>
        {row.gaps.map(({ gap, word, count }) => (
          <button key={gap} type="button" className={styles.gap} onClick={() => show('cumulative', gap)}>
            <Status tone={gap === 'missing' ? 'note' : 'warn'} word={`${word} ${count}`} />
          </button>
        ))}
      </td>
    </tr>
  )
}

function StatedMark({ measure }: { measure: Measure }) {
  if (measure.stated === undefined) return null
  return (
    <span className={styles.statedMark} title={`手工填列：${measure.stated.reason}`}>
      <Status tone="warn" word="手工" quiet />
    </span>
  )
}

function NumberButton(props: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      className={styles.figure}
      aria-label={`${props.label} ${props.children}`}
      onClick={props.onClick}
    >
      {props.children}
    </button>
  )
}

function Target({ text, title }: { text: string | null; title: string }) {
  const goTo = useScreenState((state) => state.goTo)
  return (
    <button
      type="button"
      className={text === null ? styles.unset : styles.figure}
      aria-label={`${title} 全年目标 ${text ?? '未填'}`}
      onClick={() => goTo('plan')}
    >
      {text ?? '未填'}
    </button>
  )
}

function Bar({ share, kind }: { share: number; kind: ProgressRow['distance']['kind'] }) {
  return (
    <svg className={styles.bar} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden>
      <rect className={styles.track} width="100" height="6" />
      <rect className={styles.fill} data-kind={kind} width={share} height="6" />
    </svg>
  )
}
