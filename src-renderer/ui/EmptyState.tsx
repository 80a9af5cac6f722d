import type { TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'

export interface EmptyStateProps {
  readonly icon: TablerIcon
  readonly title: string
  /** The next step, in one sentence. */
  readonly next: string
  readonly children?: ReactNode
}

/** An empty list says what to do next. */
export function EmptyState({ icon: Icon, title, next, children }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <Icon size={36} stroke={1.3} aria-hidden />
      <p className={styles.title}>{title}</p>
      <p className={styles.next}>{next}</p>
      {children === undefined ? null : <div className={styles.actions}>{children}</div>}
    </div>
  )
}
