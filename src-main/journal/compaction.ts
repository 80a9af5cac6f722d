import type { Edit } from '#shared/edits/edit.ts'
import { validateEdit } from '#shared/edits/validate-draft.ts'
import type { JournalPosition } from '#shared/ipc/journal-channels.ts'
import { MIGRATION, migrateEdit } from '#shared/migration/migrations.ts'
import type { PurgeTarget } from '#shared/purge/purge-target.ts'
import { redactEdit } from '#shared/purge/redact-edit.ts'
import { digestOf } from './edit-lines.ts'
import type { JournalFiles } from './journal-files.ts'
import { lineSpans, openLine, sealLine } from './lines.ts'
import { readSegment } from './read-segment.ts'
import { type SegmentHeader, segmentName } from './segment-header.ts'
import { linesOfAll } from './take-up.ts'
import type { ProvedEdit, WrittenEdit } from './written-edit.ts'

/** A whole journal, to be written anew as one segment without some values. */
export interface OldJournal {
  readonly journal: string
  readonly station: string
  readonly head: JournalPosition
  /** Stations it was written under before, the oldest first. */
  readonly earlier: readonly string[]
  /** All its edits in order. */
  readonly edits: readonly WrittenEdit[]
}

/** What became of it; the file still bears its unfinished name. */
export interface NewSegment {
  readonly segment: number
  readonly journal: string
  readonly head: JournalPosition
  /** Edits that lost values, and the values. */
  readonly changed: number
  readonly values: number
}

/** The new segment is not what it should be; the old journal stands. */
export class NotProved extends Error {}

export function unfinishedName(segment: number): string {
  return `${segmentName(segment)}.new`
}

/** Writes the new segment under its unfinished name, syncs it, reads it back and proves it. */
export async function writeCompacted(
  files: JournalFiles,
  old: OldJournal,
  target: PurgeTarget,
  as: { readonly segment: number; readonly journal: string },
): Promise<NewSegment> {
  const { edits, changed, values } = redactAll(old.edits, target)
  const header: SegmentHeader = {
    kind: 'header',
    format: 'pbz-journal',
    version: 1,
    journal: as.journal,
    station: old.station,
    segment: as.segment,
    migration: MIGRATION,
    after: null,
    compacts: {
      journal: old.journal,
      head: old.head,
      ...(old.earlier.length === 0 ? {} : { stations: [...old.earlier] }),
    },
  }
  const name = unfinishedName(as.segment)
  if ((await files.list()).includes(name)) await files.remove(name)
  const first = sealLine('', [JSON.stringify(header).slice(0, -1)])
  const file = await files.create(name)
  try {
    await file.append(first.bytes)
    for (const lines of linesOfAll(edits, first.hash)) await file.append(lines)
    await file.sync()
  } finally {
    await file.close()
  }
  const hash = prove(await files.read(name), header, { edits, target })
  return { ...as, head: { count: edits.length, hash }, changed, values }
}

function redactAll(written: readonly WrittenEdit[], target: PurgeTarget) {
  let [changed, values] = [0, 0]
  const edits = written.map((one): ProvedEdit => {
    const edit = one.edit as Edit
    const digest = one.original ?? digestOf(edit)
    const redacted = redactEdit(edit, target, one.migration)
    if (redacted.removed === 0) return { ...one, edit, digest }
    changed += 1
    values += redacted.removed
    return { migration: one.migration, edit: redacted.edit, original: digest, digest }
  })
  return { edits, changed, values }
}

interface Expected {
  readonly edits: readonly ProvedEdit[]
  readonly target: PurgeTarget
}

/**
 * The hash of the last line, when what was read back is the journal that was to be written: each edit in its place,
 * its station's chain unbroken, good in today's words, and without any of the values.
 */
function prove(bytes: Uint8Array, header: SegmentHeader, { edits, target }: Expected): string {
  const [span] = lineSpans(bytes)
  const opened = span?.whole === true ? openLine('', bytes.subarray(span.from, span.to)) : null
  if (span === undefined || opened === null) throw new NotProved('header')
  if (opened.text !== JSON.stringify(header)) throw new NotProved('header')
  const digests = new Map<string, string>()
  let count = 0
  const start = { migration: header.migration, hash: opened.hash, from: span.to + 1 }
  const end = readSegment(bytes, start, ({ edit, written, digest }) => {
    const expected = edits[count]
    if (expected === undefined || digest !== expected.digest) return false
    if (written.migration !== expected.migration || !isSame(written.edit as Edit, expected)) return false
    const { station } = edit.id
    if ((digests.get(station) ?? null) !== edit.prev) return false
    if (redactEdit(edit, target, MIGRATION).removed > 0) return false
    digests.set(station, digest)
    count += 1
    return true
  })
  if (end.rest !== 'clean' || count !== edits.length) throw new NotProved(`edit ${count + 1}`)
  return end.hash
}

/** Byte for byte as text, and still good in today's words. */
function isSame(read: Edit, { edit, migration }: ProvedEdit): boolean {
  return digestOf(read) === digestOf(edit) && validateEdit(migrateEdit(edit, migration)).ok
}
