import type { ReactNode } from 'react'
import styles from './SheetDesk.module.css'

export interface SheetDeskProps {
  /** What decides over the paper. */
  readonly side: ReactNode
  /** Its width in pixels. */
  readonly width: number
  /** The paper. */
  readonly children: ReactNode
}

/** Choices on the left, the pages they make on the right. */
export function SheetDesk({ side, width, children }: SheetDeskProps) {
  return (
    <div className={styles.desk}>
      <div className={styles.side} style={{ width }}>
        {side}
      </div>
      {children}
    </div>
  )
}
