import type { ReactNode } from 'react'
import styles from './Patents.module.css'

export interface OnlyBarProps {
  readonly only: { readonly ids: readonly string[]; readonly reason: string } | null
  readonly onAll: () => void
  readonly children: ReactNode
}

/** Says why only some records are shown, with the way back to all. */
export function OnlyBar({ only, onAll, children }: OnlyBarProps) {
  if (only === null) return children
  return (
    <div className={styles.narrowed}>
      <p className={styles.only}>
        只显示 {only.ids.length} 件：{only.reason}
        <button type="button" className={styles.link} onClick={onAll}>
          显示全部
        </button>
      </p>
      <div className={styles.narrowedBody}>{children}</div>
    </div>
  )
}
