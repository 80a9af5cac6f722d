import { Button } from '@mantine/core'
import styles from './OnlyLine.module.css'
import { Status } from './Status.tsx'

export interface OnlyLineProps {
  readonly count: number
  /** 家, 件, 条. */
  readonly measure: string
  readonly reason: string
  readonly onAll: () => void
}

/** Says that only some records are shown, why, and how to see all. */
export function OnlyLine({ count, measure, reason, onAll }: OnlyLineProps) {
  return (
    <p className={styles.line}>
      <Status tone="note" word={`只显示 ${count} ${measure}`} /> {reason}
      <Button variant="subtle" onClick={onAll}>
        显示全部
      </Button>
    </p>
  )
}
