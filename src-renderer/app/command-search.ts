import { folded } from '../ui/grid/grid-filter.ts'

/** Something the palette can find. Texts are folded once, when the palette opens. */
export interface CommandEntry {
  readonly id: string
  readonly group: '功能' | '操作' | '企业'
  readonly label: string
  /** Second line: code, place. */
  readonly detail?: string
}

export interface PreparedEntry extends CommandEntry {
  readonly foldedLabel: string
  readonly foldedDetail: string
  readonly initials: string
}

export function preparedEntry(entry: CommandEntry, initials: (text: string) => string): PreparedEntry {
  return {
    ...entry,
    foldedLabel: folded(entry.label),
    foldedDetail: folded(entry.detail ?? ''),
    initials: initials(entry.label),
  }
}

/** The best matches, best first: by the beginning of name, initials or code, then by any part of them. */
export function matchingEntries(
  entries: readonly PreparedEntry[],
  query: string,
  limit: number,
): readonly PreparedEntry[] {
  const wanted = folded(query)
  if (wanted === '') return entries.filter((entry) => entry.group !== '企业').slice(0, limit)
  const found: PreparedEntry[][] = [[], [], [], []]
  for (const entry of entries) {
    const rank = matchRank(entry, wanted)
    if (rank !== null) found[rank]?.push(entry)
  }
  return found.flat().slice(0, limit)
}

function matchRank(entry: PreparedEntry, wanted: string): number | null {
  if (entry.foldedLabel.startsWith(wanted)) return 0
  if (entry.initials.startsWith(wanted) || entry.foldedDetail.startsWith(wanted)) return 1
  if (entry.foldedLabel.includes(wanted)) return 2
  return entry.initials.includes(wanted) || entry.foldedDetail.includes(wanted) ? 3 : null
}
