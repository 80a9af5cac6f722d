import { useCallback, useEffect, useState } from 'react'
import type { Desktop } from '#shared/ipc/contract.ts'
import { useSaveState } from '../state/save-state.ts'
import { Status } from '../ui/Status.tsx'
import { diskWords, type RoomLeft } from './disk-words.ts'
import styles from './Shell.module.css'

const EVERY_MS = 60_000

/** The warning above the screen while the disk of the data folder runs full. */
export function DiskLine({ desktop }: { desktop: Pick<Desktop, 'call'> }) {
  const [left, setLeft] = useState<RoomLeft | null>(null)
  const saving = useSaveState((state) => state.running > 0)

  const look = useCallback(() => {
    void desktop.call('data-folder:room', null).then((reply) => setLeft(reply.ok ? reply.value : null))
  }, [desktop])

  useEffect(() => {
    // when a save has ended too: it took room, or was refused for want of it
    if (saving) return
    look()
    const timer = setInterval(look, EVERY_MS)
    return () => clearInterval(timer)
  }, [saving, look])

  const words = left === null ? null : diskWords(left)
  if (words === null) return null
  return (
    <p className={styles.warning} role="alert" aria-label="磁盘空间">
      <Status tone={left?.room === 'none' ? 'bad' : 'warn'} word={words.title} /> {words.advice}
    </p>
  )
}
