import { useCallback } from 'react'
import { stationWords } from '#shared/edits/act-words.ts'
import type { PcName } from '#shared/review/conflict-words.ts'
import { useWorkspace } from '../workspace/use-workspace.ts'
import { useExchangeState } from './exchange-state.ts'

/** How the office calls its PCs: 本机, another one by the name it gave itself, or by its short id. */
export function usePcName(): PcName {
  const { station, earlier } = useWorkspace()
  const pcs = useExchangeState(({ status }) => status?.pcs)
  return useCallback(
    (other: string) => {
      const named = pcs?.find((pc) => pc.station === other && pc.standing === 'accepted')
      return other === station || named === undefined
        ? stationWords(other, station, earlier)
        : `“${named.name}”`
    },
    [station, earlier, pcs],
  )
}
