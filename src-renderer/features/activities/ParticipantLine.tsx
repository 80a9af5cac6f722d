import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { ActivityParticipant } from '#shared/records/activity.ts'
import styles from './activities.module.css'
import { type ParticipantEntry, typedPeople } from './participant-lines.ts'

export interface ParticipantLineProps {
  readonly line: ParticipantEntry
  /** null takes the firm out; false when it could not be saved. */
  readonly onChange: (participant: ActivityParticipant | null) => Promise<boolean>
}

/** Firm, 人数, and a way to take it out. */
export function ParticipantLine({ line, onChange }: ParticipantLineProps) {
  const { participant, name, outside } = line
  const stored = participant.people === undefined ? '' : String(participant.people)
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? stored
  const [unsaved, setUnsaved] = useState(false)
  const wrong = typedPeople(shown) === null
  const refused = wrong || unsaved

  async function store() {
    const parsed = typedPeople(shown)
    if (parsed === null) return
    const { people: _before, ...rest } = participant
    const saved = shown.trim() === stored || (await onChange({ ...rest, ...parsed }))
    setUnsaved(!saved)
    if (saved) setTyped((now) => (now === shown ? null : now))
  }

  return (
    <li className={styles.line}>
      <span className={styles.firm}>
        {name}
        {outside ? <span className={styles.outside}>名录外</span> : null}
      </span>
      <input
        className={styles.people}
        aria-label={`${name} 人数`}
        aria-invalid={refused}
        data-refused={refused ? true : undefined}
        title={wrong ? '人数应为整数' : unsaved ? '没有保存，请再按一次回车' : '人数'}
        placeholder="人数"
        inputMode="numeric"
        value={shown}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => void store()}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key === 'Escape') {
            setTyped(null)
            setUnsaved(false)
          }
        }}
      />
      <button
        type="button"
        className={styles.remove}
        aria-label={`移出 ${name}`}
        onClick={() => void onChange(null)}
      >
        <IconX size={16} aria-hidden />
      </button>
    </li>
  )
}
