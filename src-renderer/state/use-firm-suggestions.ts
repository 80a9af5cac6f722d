import { useMemo } from 'react'
import type { ChosenFirm } from '../use-cases/activity-participants.ts'
import { type FirmEntry, findFirms, firmEntries } from '../use-cases/find-firms.ts'
import { useRecords } from '../workspace/use-workspace.ts'
import { useInitials } from './use-initials.ts'

export interface FirmSuggestion {
  readonly id: string
  readonly label: string
  readonly detail: string
  readonly firm: ChosenFirm
}

const SHOWN = 8

/** Firms for what is typed, and last the typed name itself as one outside the register, with what that means. */
export function useFirmSuggestions(typed: string, outside = '按名录外企业记'): readonly FirmSuggestion[] {
  const records = useRecords()
  const searching = typed.trim() !== ''
  const initials = useInitials(searching)
  const entries = useMemo(
    () => (searching ? firmEntries(records, initials ?? (() => '')) : []),
    [records, initials, searching],
  )
  return useMemo(
    () => suggestionsFor(entries, typed, initials !== null, outside),
    [entries, typed, initials, outside],
  )
}

/** Letters may be initials: while their dictionary is still loading they are not offered as a name. */
function suggestionsFor(
  entries: readonly FirmEntry[],
  typed: string,
  initialsKnown: boolean,
  outside: string,
): readonly FirmSuggestion[] {
  const name = typed.trim().slice(0, 120)
  if (name === '') return []
  const found = findFirms(entries, name, SHOWN)
  const own = found.map((entry) => ({
    id: entry.id,
    label: entry.name,
    detail: entry.code,
    firm: { name: entry.name, enterprise: entry.id },
  }))
  if (found.some((entry) => entry.name === name)) return own
  if (!initialsKnown && /^[a-z0-9]+$/i.test(name)) return own
  return [...own, { id: '~', label: name, detail: outside, firm: { name, enterprise: null } }]
}
