import { useCallback, useEffect, useState } from 'react'
import type { PurgePlacesReply } from '#shared/ipc/purge-channels.ts'
import { desktop } from '../platform/desktop.ts'

/** Places besides journal and backups that still hold what a purge takes out; null while they are not known. */
export function usePurgePlaces(): {
  readonly places: PurgePlacesReply | null
  readonly lookAgain: () => void
} {
  const [places, setPlaces] = useState<PurgePlacesReply | null>(null)
  const lookAgain = useCallback(() => {
    void desktop.call('purge:places', null).then((found) => setPlaces(found.ok ? found.value : null))
  }, [])
  useEffect(lookAgain, [lookAgain])
  return { places, lookAgain }
}
