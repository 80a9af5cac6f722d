import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { JournalDeps } from '#main/journal/journal.ts'
import { nodeJournalFiles } from '#main/journal/node-journal-files.ts'
import { nodeMarkerStore } from '#main/journal/node-marker-store.ts'

/** Small, so that segments are closed, and what follows from it happens, several times in a second. */
const SEGMENT_BYTES = 96 * 1024

/** The journal of a fault round: the worker and the one who looks afterwards are the same PC. */
export function journalPlace(root: string): JournalDeps {
  const folder = join(root, '台账')
  return {
    files: nodeJournalFiles(join(folder, 'journal')),
    marker: nodeMarkerStore(join(root, 'stations'), folder),
    machine: 'faults',
    folder,
    newId: randomUUID,
    segmentBytes: SEGMENT_BYTES,
    checkpointPace: { edits: 5, bytes: 64 * 1024 },
    compressesClosed: true,
  }
}
