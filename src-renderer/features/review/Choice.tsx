import type { ReactNode } from 'react'
import styles from './Review.module.css'

export interface ChoiceProps {
  /** 0-based; the key is one more. */
  readonly place: number
  readonly title: string
  readonly picked: boolean
  readonly onPick: (place: number) => void
  readonly onTake: (place: number) => void
  readonly children?: ReactNode
}

/** One answer: a click or its number marks it, a second click or 回车 takes it. */
export function Choice({ place, title, picked, onPick, onTake, children }: ChoiceProps) {
  return (
    <button
      type="button"
      className={styles.choice}
      aria-pressed={picked}
      onClick={() => (picked ? onTake(place) : onPick(place))}
    >
      <kbd className={styles.number}>{place + 1}</kbd>
      <span className={styles.choiceWords}>
        <span className={styles.value}>{title}</span>
        {children}
      </span>
    </button>
  )
}
