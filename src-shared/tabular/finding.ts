import type { Finding, Severity } from './cleaned.ts'
import { FINDING_KINDS, type FindingKind } from './finding-kinds.ts'

/** What a reader noticed; `after` is the value taken, or for a blocking finding the value offered. */
export interface Note {
  readonly kind: FindingKind
  readonly after: string | null
  /** Only when it differs from the cell's text. */
  readonly before?: string
  /** Only when this case weighs otherwise than the kind usually does. */
  readonly severity?: Severity
}

/** Where a note was made. */
export interface Place {
  readonly cell: string
  readonly field: string | null
  readonly title: string
}

/** A finding with its sentence, from a note and the place it was made. */
export function findingAt(place: Place, before: string, note: Note): Finding {
  const entry = FINDING_KINDS[note.kind]
  const details = { title: place.title, before: note.before ?? before, after: note.after }
  return {
    cell: place.cell,
    field: place.field,
    kind: note.kind,
    severity: note.severity ?? entry.severity,
    before: details.before,
    after: note.after,
    message: entry.say(details),
  }
}
