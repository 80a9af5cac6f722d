import { openCount } from '#shared/review/open-count.ts'
import { useRecords } from '../../workspace/use-workspace.ts'
import styles from './ReviewCount.module.css'

const MOST = 999

/** Open items of 待核对 beside its name in the navigation. */
export function ReviewCount() {
  const count = openCount(useRecords())
  if (count === 0) return null
  return (
    <span className={styles.count} title={`${count} 项待核对`}>
      {count > MOST ? `${MOST}+` : count}
    </span>
  )
}
