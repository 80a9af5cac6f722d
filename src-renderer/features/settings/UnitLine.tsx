import { unitByCode } from '#shared/codes/reporting-units.ts'
import styles from './settings.module.css'

/** The 填报单位 by name and code; it cannot be changed once data stands under it. */
export function UnitLine({ unit }: { unit: string | null }) {
  const name = unit === null ? null : unitByCode(unit)?.name
  return (
    <p className={styles.line}>
      <span className={styles.term}>填报单位</span>
      {name ?? '—'} <span className={styles.quiet}>（{unit ?? '—'}，设定后不能更改）</span>
    </p>
  )
}
