import type { EditId } from '#shared/edits/edit.ts'

/** Bytes per edit: numbers in the order of this machine's processor (all we build for are little endian). */
const WIDTHS = { station: 4, n: 4, segment: 4, to: 8, commit: 16, digest: 32, hash: 32 } as const
export type Column = keyof typeof WIDTHS
export const COLUMNS = Object.keys(WIDTHS) as readonly Column[]

/** What the journal keeps in memory of one edit. */
export interface TableRow {
  readonly id: EditId
  readonly commit: string
  readonly segment: number
  /** End of its lines in the segment. */
  readonly to: number
  /** What `prev` of its station's next edit names, and the hash of its last line; hex. */
  readonly digest: string
  readonly hash: string
}

/**
 * One row of fixed width per edit, so that years of them are read from a checkpoint in one go and cost 100 bytes each.
 */
export class EditTable {
  #length = 0
  #room = 0
  #columns = empty(0)
  readonly #stations: string[] = []
  readonly #numberOf = new Map<string, number>()
  /** Row of each commit. */
  readonly #commits = new Map<string, number>()

  get length(): number {
    return this.#length
  }

  add(row: TableRow): void {
    if (this.#length === this.#room) this.#grow()
    const at = this.#length
    const { station, n, segment, to, commit, digest, hash } = this.#columns
    station.writeUInt32LE(this.#stationNumber(row.id.station), at * 4)
    n.writeUInt32LE(row.id.n, at * 4)
    segment.writeUInt32LE(row.segment, at * 4)
    to.writeDoubleLE(row.to, at * 8)
    commit.write(bareId(row.commit), at * 16, 'hex')
    digest.write(row.digest, at * 32, 'hex')
    hash.write(row.hash, at * 32, 'hex')
    this.#length = at + 1
    this.#commits.set(this.#commitKey(at), at)
  }

  idAt(at: number): EditId {
    const { station, n } = this.#columns
    return { station: this.#stations[station.readUInt32LE(at * 4)] ?? '', n: n.readUInt32LE(at * 4) }
  }

  segmentAt(at: number): number {
    return this.#columns.segment.readUInt32LE(at * 4)
  }

  endAt(at: number): number {
    return this.#columns.to.readDoubleLE(at * 8)
  }

  digestAt(at: number): string {
    return this.#columns.digest.toString('hex', at * 32, at * 32 + 32)
  }

  hashAt(at: number): string {
    return this.#columns.hash.toString('hex', at * 32, at * 32 + 32)
  }

  /** Row of the edit that was committed under an id; the last one when there are several. */
  rowOf(commit: string): number | undefined {
    return this.#commits.get(Buffer.from(bareId(commit), 'hex').toString('latin1'))
  }

  /** Row of an edit; null when it is not here. */
  find({ station, n }: EditId): number | null {
    const number = this.#numberOf.get(station)
    for (let at = this.#length - 1; at >= 0 && number !== undefined; at -= 1) {
      const is = this.#columns.station.readUInt32LE(at * 4) === number
      if (is && this.#columns.n.readUInt32LE(at * 4) === n) return at
    }
    return null
  }

  stations(): readonly string[] {
    return [...this.#stations]
  }

  /** A column's bytes as they stand; they are overwritten by nothing, only added to. */
  bytes(column: Column): Buffer {
    return this.#columns[column].subarray(0, this.#length * WIDTHS[column])
  }

  /** Takes the rows of a checkpoint into an empty table; false when the columns do not fit together. */
  load(length: number, stations: readonly string[], columns: Readonly<Record<Column, Buffer>>): boolean {
    if (this.#length > 0 || COLUMNS.some((name) => columns[name].length !== length * WIDTHS[name]))
      return false
    for (let at = 0; at < length; at += 1) {
      if (columns.station.readUInt32LE(at * 4) >= stations.length) return false
    }
    this.#columns = { ...columns }
    this.#length = length
    this.#room = length
    for (const station of stations) this.#stationNumber(station)
    for (let at = 0; at < length; at += 1) this.#commits.set(this.#commitKey(at), at)
    return true
  }

  #commitKey(at: number): string {
    return this.#columns.commit.toString('latin1', at * 16, at * 16 + 16)
  }

  #stationNumber(station: string): number {
    const known = this.#numberOf.get(station)
    if (known !== undefined) return known
    this.#numberOf.set(station, this.#stations.length)
    return this.#stations.push(station) - 1
  }

  #grow(): void {
    this.#room = Math.max(1024, this.#room * 2)
    const before = this.#columns
    this.#columns = empty(this.#room)
    for (const name of COLUMNS) before[name].copy(this.#columns[name])
  }
}

function empty(rows: number): Record<Column, Buffer> {
  const of = (name: Column) => Buffer.alloc(rows * WIDTHS[name])
  return {
    station: of('station'),
    n: of('n'),
    segment: of('segment'),
    to: of('to'),
    commit: of('commit'),
    digest: of('digest'),
    hash: of('hash'),
  }
}

function bareId(uuid: string): string {
  return uuid.replaceAll('-', '')
}
