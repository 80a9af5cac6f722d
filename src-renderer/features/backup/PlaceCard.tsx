import type { ReactNode } from 'react'
import { chinaMinute } from '#shared/china-day.ts'
import type { PlaceStatus } from '#shared/ipc/backup-channels.ts'
import { Status } from '../../ui/Status.tsx'
import styles from './Backup.module.css'
import { lastGoodLine, placeSaid } from './backup-words.ts'

export interface PlaceCardProps {
  readonly title: string
  readonly place: PlaceStatus
  readonly hasData: boolean
  /** Where it is, and buttons. */
  readonly where: string
  readonly children?: ReactNode
}

/** One of the two places: whether it is well, the last good backup, and why the last attempt failed. */
export function PlaceCard({ title, place, hasData, where, children }: PlaceCardProps) {
  const said = placeSaid(place, hasData)
  return (
    <section className={styles.card} aria-label={title}>
      <h2 className={styles.cardHead}>
        {title}
        <Status tone={said.tone} word={said.word} />
      </h2>
      <p className={styles.line}>{where}</p>
      <p className={styles.quiet}>{lastGoodLine(place)}</p>
      {place.failure === null ? null : (
        <p className={styles.problem}>
          {chinaMinute(place.failure.at)} 没有成功：{place.failure.sentence}
        </p>
      )}
      <div className={styles.actions}>{children}</div>
    </section>
  )
}
