import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Contribution, IndicatorResult, ReportPeriod } from '#shared/indicators/indicator.ts'
import type { Span } from '#shared/indicators/report-period.ts'
import { spanWord } from '#shared/indicators/stated-figures.ts'
import { fixedText } from '#shared/sheets/cell-text.ts'
import { placeOf } from '../../state/record-place.ts'
import { useScreenState } from '../../state/screen-state.ts'
import { Panel } from '../../ui/Panel.tsx'
import { Status, type StatusTone } from '../../ui/Status.tsx'
import {
  type ContributionGroups,
  contributionGroups,
  GROUPS,
  type GroupId,
  groupTitle,
} from './contribution-groups.ts'
import styles from './Progress.module.css'
import { StatedFigure } from './StatedFigure.tsx'

export interface OpenMeasure {
  readonly indicator: string
  readonly span: Span
  /** Group to show first; null lets the panel choose. */
  readonly group: GroupId | null
}

export interface ContributionPanelProps {
  readonly result: IndicatorResult
  readonly open: OpenMeasure
  readonly period: ReportPeriod
  readonly onSpan: (span: Span) => void
  readonly onClose: () => void
}

const TONES: { readonly [G in GroupId]: StatusTone } = {
  counts: 'good',
  verify: 'warn',
  excluded: 'bad',
  missing: 'note',
  undated: 'warn',
}
/** Lines shown at once; more come by a button, so that a panel of thousands opens at once. */
const LINES = 200

/** The records looked at for one number, each with the reason why it counts or does not. */
export function ContributionPanel({ result, open, period, onSpan, onClose }: ContributionPanelProps) {
  const measure = result[open.span]
  const groups = contributionGroups(measure)
  const [chosen, setChosen] = useState<GroupId>(open.group ?? firstFilled(groups))
  const value = measure.value === null ? '—' : fixedText(measure.value, result.decimals)
  const range = open.span === 'quarter' ? period.inQuarter : period.cumulative
  return (
    <Panel
      title={`${result.title}：${value} ${result.unit}`}
      subtitle={`${open.span === 'quarter' ? '本季' : '累计'} ${range.from} 至 ${range.to}`}
      onClose={onClose}
      footer={
        <>
          <Button
            variant="default"
            onClick={() => onSpan(open.span === 'quarter' ? 'cumulative' : 'quarter')}
          >
            {open.span === 'quarter' ? '看累计' : '看本季'}
          </Button>
          <StatedFigure
            indicator={result.id}
            period={period.id}
            span={open.span}
            title={`${result.title}（${spanWord(open.span)}）`}
            unit={result.unit}
          />
        </>
      }
    >
      {measure.stated === undefined ? null : (
        <p className={styles.stated}>
          <Status tone="warn" word="手工填列" /> {measure.stated.reason}。系统测算为
          {measure.stated.computed === null ? '—' : fixedText(measure.stated.computed, result.decimals)}
          {result.unit}，下面是系统测算的依据。
        </p>
      )}
      <div className={styles.tabs} role="tablist" aria-label="记录分组">
        {GROUPS.map((group) => (
          <button
            key={group}
            type="button"
            role="tab"
            aria-selected={group === chosen}
            className={styles.tab}
            disabled={groups[group].length === 0}
            onClick={() => setChosen(group)}
          >
            {groupTitle(group, result.id)} {groups[group].length}
          </button>
        ))}
      </div>
      {measure.contributions.length === 0 ? (
        <p className={styles.nothing}>没有可统计的记录，所以这里是“—”，不是 0。</p>
      ) : (
        <Lines key={chosen} entries={groups[chosen]} group={chosen} result={result} />
      )}
    </Panel>
  )
}

function firstFilled(groups: ContributionGroups): GroupId {
  return GROUPS.find((group) => groups[group].length > 0) ?? 'counts'
}

function Lines(props: { entries: readonly Contribution[]; group: GroupId; result: IndicatorResult }) {
  const { entries, group, result } = props
  const [shown, setShown] = useState(LINES)
  return (
    <>
      <ul className={styles.lines}>
        {entries.slice(0, shown).map((entry) => (
          <li key={`${entry.record} ${entry.id} ${entry.label}`}>
            <RecordLine entry={entry} group={group} result={result} />
          </li>
        ))}
      </ul>
      {shown < entries.length ? (
        <Button variant="default" onClick={() => setShown(shown + LINES)}>
          再显示 {Math.min(LINES, entries.length - shown)} 条（共 {entries.length} 条）
        </Button>
      ) : null}
    </>
  )
}

function RecordLine(props: { entry: Contribution; group: GroupId; result: IndicatorResult }) {
  const { entry, group, result } = props
  const goTo = useScreenState((state) => state.goTo)
  const place = placeOf(entry.record, entry.id)
  const isPlainCount = result.decimals === 0 && entry.amount === 1
  return (
    <button
      type="button"
      className={styles.line}
      title="打开这条记录"
      onClick={() => {
        if (place !== null) goTo(place.screen, place.target)
      }}
    >
      <span className={styles.lineHead}>
        <span className={styles.label}>{entry.label}</span>
        {entry.counts && !isPlainCount ? (
          <span className={styles.amount}>
            {fixedText(entry.amount, result.decimals)} {result.unit}
          </span>
        ) : (
          <Status tone={TONES[group]} word={groupTitle(group, result.id)} quiet />
        )}
      </span>
      <span className={styles.reason}>{entry.reason}</span>
    </button>
  )
}
