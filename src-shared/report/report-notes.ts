import type { Row } from '../records/dictionary.ts'

/** Reasons typed for a period by what they are about; an emptied one is left out. */
export type Reasons = Readonly<Record<string, string>>

/** 报送说明 of one period. Of two notes about one thing (two PCs) the one with the smaller id is used. */
export function reasonsOf(notes: readonly Row<'reportNote'>[], period: string): Reasons {
  const reasons: Record<string, string> = {}
  for (const { subject, reason } of notesOf(notes, period).toReversed())
    if (subject !== undefined && reason !== undefined) reasons[subject] = reason
  return reasons
}

/** The note about one thing, whether filled or emptied; null when none was ever written. */
export function noteOn(
  notes: readonly Row<'reportNote'>[],
  period: string,
  subject: string,
): Row<'reportNote'> | null {
  const about = notesOf(notes, period).filter((note) => note.subject === subject)
  return about.find((note) => note.reason !== undefined) ?? about[0] ?? null
}

function notesOf(notes: readonly Row<'reportNote'>[], period: string): readonly Row<'reportNote'>[] {
  return notes.filter((note) => note.period === period).toSorted((a, b) => (a.id < b.id ? -1 : 1))
}
