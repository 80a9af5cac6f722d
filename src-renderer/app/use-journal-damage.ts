import { useEffect, useState } from 'react'
import type { Desktop } from '#shared/ipc/contract.ts'
import { newId } from '../platform/new-id.ts'
import { checkJournal } from '../use-cases/check-journal.ts'

/** Long enough after the opening that nobody waits for anything. */
const AFTER_MS = 60_000
/** A purge or a folder on its way elsewhere also looks like damage for a moment. */
const AGAIN_MS = 5_000

export interface JournalDamage {
  readonly file: string
  readonly line: number
}

/**
 * The whole journal is read and proved once a while after each opening: a checkpoint spares the start from doing so, and
 * damage in what it covers must not wait until someone reads it. Only damage found twice in the same place counts.
 */
export function useJournalDamage(desktop: Desktop): JournalDamage | null {
  const [damage, setDamage] = useState<JournalDamage | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    let isOver = false
    const look = async (before: JournalDamage | null) => {
      const checked = await checkJournal(desktop, newId(), () => {})
      if (isOver || checked.ok || checked.error.code !== 'journal.damaged') return
      const { file, line } = checked.error
      if (before?.file === file && before.line === line) setDamage({ file, line })
      else timer = setTimeout(() => void look({ file, line }), AGAIN_MS)
    }
    timer = setTimeout(() => void look(null), AFTER_MS)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [desktop])
  return damage
}
