import type { EarlierStation, JournalRepair } from '#shared/ipc/journal-channels.ts'
import { MIGRATION } from '#shared/migration/migrations.ts'
import type { JournalFiles } from './journal-files.ts'
import { countOf, createIndex, type JournalIndex } from './journal-index.ts'
import { JournalWriter } from './journal-writer.ts'
import type { ScannedJournal } from './scan-journal.ts'
import { earlierStations, matches, type StationMarker } from './station-marker.ts'

export interface StartDeps {
  readonly files: JournalFiles
  newId(): string
  readonly segmentBytes?: number
  readonly repairsBefore?: readonly JournalRepair[]
}

/** What an opened journal begins with. */
export interface JournalStart {
  readonly index: JournalIndex
  readonly journal: string
  readonly station: string
  readonly lost: string | null
  readonly repairs: readonly JournalRepair[]
  readonly earlier: readonly EarlierStation[]
  readonly writer: JournalWriter
  /** A segment must be begun before anything else. */
  readonly fresh: boolean
  /** Edits the checkpoint on disk holds, and bytes behind it. */
  readonly fromCheckpoint: number
  readonly behind: number
}

/** Of a folder without a journal. */
export function beginning(deps: StartDeps, marker: StationMarker | null): JournalStart {
  const identity = { journal: deps.newId(), station: newStation(deps) }
  const index = createIndex()
  const from = { tails: [], usable: false, lastNumber: 0, starts: index.starts }
  const writer = new JournalWriter(deps.files, identity, from, deps.segmentBytes)
  const lost = marker !== null && marker.head.count > 0 ? marker.journal : (marker?.lost ?? null)
  const earlier = earlierStations(marker, [], identity.station)
  const repairs = deps.repairsBefore ?? []
  return { ...identity, index, lost, repairs, earlier, writer, fresh: true, fromCheckpoint: 0, behind: 0 }
}

/** Of a journal that was read; under its station when this PC wrote it last, else under a new one. */
export function goingOn(
  deps: StartDeps,
  marker: StationMarker | null,
  scanned: ScannedJournal,
): JournalStart {
  const { index, header, tails, lastNumber, isClosed, compacts, fromCheckpoint, read: behind } = scanned
  const { journal, station: before } = header
  const same = matches(marker, { journal, station: before, index, compacts })
  const station = same ? header.station : newStation(deps)
  const repairs = [...(deps.repairsBefore ?? []), ...scanned.repairs]
  const missing = marker?.journal === header.journal ? marker.head.count - countOf(index) : 0
  if (missing > 0) repairs.push({ kind: 'older-copy', missing })
  // A first start that was cut short has left a header and nothing else: no edit of anyone was moved, nobody need know.
  if (!same && countOf(index) > 0) repairs.push({ kind: 'new-station', station })
  const usable = same && header.migration === MIGRATION && !isClosed
  const identity = { journal: header.journal, station }
  const from = { tails, usable, lastNumber, starts: index.starts }
  const writer = new JournalWriter(deps.files, identity, from, deps.segmentBytes)
  const lost = same && countOf(index) === 0 ? (marker?.lost ?? null) : null
  const earlier = earlierStations(marker, scanned.stations, station)
  return { ...identity, index, lost, repairs, earlier, writer, fresh: !same, fromCheckpoint, behind }
}

function newStation(deps: StartDeps): string {
  return deps.newId().replaceAll('-', '')
}
