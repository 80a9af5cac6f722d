import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './Panel.module.css'

export interface PanelProps {
  readonly title: string
  readonly subtitle?: string
  readonly onClose: () => void
  /** Buttons at the foot, always in view. */
  readonly footer?: ReactNode
  readonly children: ReactNode
}

/** The side panel for one record. While it is open a narrow window collapses its navigation (Shell.module.css). */
export function Panel({ title, subtitle, onClose, footer, children }: PanelProps) {
  return (
    <aside className={styles.panel} data-side-panel aria-label={title}>
      <header className={styles.head}>
        <div className={styles.words}>
          <h2 className={styles.title}>{title}</h2>
          {subtitle === undefined ? null : <p className={styles.subtitle}>{subtitle}</p>}
        </div>
        <ActionIcon aria-label="关闭" onClick={onClose}>
          <IconX size={18} aria-hidden />
        </ActionIcon>
      </header>
      <div className={styles.body}>{children}</div>
      {footer === undefined ? null : <footer className={styles.foot}>{footer}</footer>}
    </aside>
  )
}
