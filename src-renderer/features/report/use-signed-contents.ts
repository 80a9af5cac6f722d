import { useEffect, useState } from 'react'
import type { OutboxEntry } from '#shared/ipc/bundle-channels.ts'
import type { Reply } from '#shared/ipc/contract.ts'
import { desktop } from '../../platform/desktop.ts'

export type SignedContents = Reply<'bundle:contents'>

/** What a signed file itself says, not what the records say now; null while it is read or where there is none. */
export function useSignedContents(file: OutboxEntry | undefined): SignedContents | null {
  const [contents, setContents] = useState<SignedContents | null>(null)
  const token = file?.token
  useEffect(() => {
    let gone = false
    if (token !== undefined)
      void desktop.call('bundle:contents', { token }).then((read) => {
        if (!gone) setContents(read)
      })
    return () => {
      gone = true
    }
  }, [token])
  return contents
}

/** The difference between two signed files of 发件箱; null while it is being made or where one is not there. */
export function useDifference(
  file: OutboxEntry | undefined,
  earlier: OutboxEntry | undefined,
): Reply<'bundle:difference'> | null {
  const [difference, setDifference] = useState<Reply<'bundle:difference'> | null>(null)
  const [token, before] = [file?.token, earlier?.token]
  useEffect(() => {
    let gone = false
    if (token !== undefined && before !== undefined)
      void desktop.call('bundle:difference', { token, earlier: before }).then((made) => {
        if (!gone) setDifference(made)
      })
    return () => {
      gone = true
    }
  }, [token, before])
  return difference
}
