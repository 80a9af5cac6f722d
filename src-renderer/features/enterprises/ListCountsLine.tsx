import { Button } from '@mantine/core'
import styles from './Enterprises.module.css'
import type { ListCounts } from './list-rows.ts'

/** 计入 120 家：破零 50，倍增 70；已退出 2. */
export function ListCountsLine({ counts, onDoubtful }: { counts: ListCounts; onDoubtful: () => void }) {
  return (
    <p className={styles.counts} role="status">
      <span>
        计入 <strong>{counts.total}</strong> 家
      </span>
      <span>
        破零 <strong>{counts.zero}</strong>
      </span>
      <span>
        倍增 <strong>{counts.double}</strong>
      </span>
      <span>
        退出 <strong>{counts.exited}</strong>
      </span>
      {counts.undecided > 0 ? (
        <span>
          未审定 <strong>{counts.undecided}</strong>
        </span>
      ) : null}
      {counts.doubtful > 0 ? (
        <Button variant="subtle" onClick={onDoubtful}>
          需核对 {counts.doubtful}
        </Button>
      ) : null}
    </p>
  )
}
