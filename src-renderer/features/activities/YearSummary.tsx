import { useDeferredValue, useMemo } from 'react'
import { PLAN_PACK } from '../../workspace/plan-pack.ts'
import { useRecords } from '../../workspace/use-workspace.ts'
import styles from './activities.module.css'
import { yearSummary } from './year-summary.ts'

/** The line above the grid: what the year's activities come to. */
export function YearSummary({ year }: { year: number }) {
  // Counting a large log takes a while: typing goes first.
  const records = useDeferredValue(useRecords())
  const figures = useMemo(() => yearSummary(records, PLAN_PACK, year), [records, year])
  return (
    <dl className={styles.summary} aria-label={`${year}年服务活动合计`}>
      {figures.map(({ id, title, value, unit, target, caveats }) => (
        <div key={id} className={styles.figure}>
          <dt className={styles.name}>{title}</dt>
          <dd className={styles.value}>
            <strong>{value}</strong> {unit}
            {target === null ? null : <span className={styles.quiet}> / 全年目标 {target}</span>}
            {caveats.length === 0 ? null : <span className={styles.caveat}> {caveats.join('，')}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
