import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconInfoCircle,
  type TablerIcon,
} from '@tabler/icons-react'
import styles from './Status.module.css'

export type StatusTone = 'good' | 'warn' | 'bad' | 'note' | 'waiting'

const ICONS: { readonly [T in StatusTone]: TablerIcon } = {
  good: IconCircleCheck,
  warn: IconAlertTriangle,
  bad: IconCircleX,
  note: IconInfoCircle,
  waiting: IconClock,
}

/** A status said three ways: by colour, by icon and by word. */
export function Status({ tone, word, quiet = false }: { tone: StatusTone; word: string; quiet?: boolean }) {
  const Icon = ICONS[tone]
  return (
    <span className={quiet ? styles.quiet : styles.status} data-tone={tone}>
      <Icon size={16} stroke={1.8} aria-hidden />
      {word}
    </span>
  )
}
