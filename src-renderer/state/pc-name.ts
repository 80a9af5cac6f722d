import { useCallback } from 'react'
import { stationWords } from '#shared/edits/act-words.ts'
import type { PcName } from '#shared/review/conflict-words.ts'
import { useWorkspace } from '../workspace/use-workspace.ts'

/** How the office calls its PCs: 本机, or another one. */
export function usePcName(): PcName {
  const { station } = useWorkspace()
  return useCallback((other: string) => stationWords(other, station), [station])
}
