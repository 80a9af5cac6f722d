import { Button } from '@mantine/core'
import { Status } from '../../ui/Status.tsx'
import styles from './Enterprises.module.css'

/** Says that only some records are shown, why, and how to see all. */
export function OnlyLine(props: {
  readonly count: number
  readonly reason: string
  readonly onAll: () => void
}) {
  return (
    <p className={styles.only}>
      <Status tone="note" word={`只显示 ${props.count} 家`} /> {props.reason}
      <Button variant="subtle" onClick={props.onAll}>
        显示全部
      </Button>
    </p>
  )
}
