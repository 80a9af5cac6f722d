import type { ReactNode } from 'react'
import styles from './Page.module.css'

export interface PageProps {
  readonly title: string
  /** Beside the title: tabs, a count, a status. */
  readonly aside?: ReactNode
  /** The one toolbar of the screen. */
  readonly toolbar?: ReactNode
  /** Side panel for one record. */
  readonly panel?: ReactNode
  /** Room around the content; a grid goes to the edges and needs none. */
  readonly padded?: boolean
  readonly children: ReactNode
}

/** Title, one toolbar, the table or sheet as the main thing, and a side panel when one record is open. */
export function Page({ title, aside, toolbar, panel, padded = false, children }: PageProps) {
  return (
    <section className={styles.page} aria-label={title}>
      <header className={styles.head}>
        <h1 className={styles.title}>{title}</h1>
        {aside}
        <div className={styles.toolbar}>{toolbar}</div>
      </header>
      <div className={styles.body}>
        <div className={padded ? styles.paddedContent : styles.content}>{children}</div>
        {panel}
      </div>
    </section>
  )
}
