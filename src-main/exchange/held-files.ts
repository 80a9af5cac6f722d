import type { ExchangeFile } from '#shared/exchange/read-exchange.ts'

/** A file that was read, proved and not yet taken up whole. */
export interface WaitingFile extends ExchangeFile {
  readonly mark: string
  readonly path: string
  /** Brought by hand: it lies in the data folder until it is taken up. */
  readonly byHand: boolean
  readonly bytes: number
}

/** A file that was proved and of which no more than this is held: others of its PC come first. */
export interface NotedFile {
  readonly mark: string
  readonly byHand: boolean
  readonly bytes: number
  readonly kid: string
  readonly seq: number
  readonly createdAt: string
  /** The edits of the PC's own station run on from this number to that one. */
  readonly from: number
  readonly to: number
}

const MEGABYTE = 1024 * 1024
/** Bytes of files held; whoever can write to the share decides how many there are, not how many are held. */
const LIMITS = {
  /** Of one accepted PC, and of all of them; one file of each is always held, else one that waits for another blocks it. */
  ofOne: 32 * MEGABYTE,
  accepted: 96 * MEGABYTE,
  /** Of one key nobody has judged, and of all of those; beyond the first file, which is held alone however long it is. */
  ofNewcomer: MEGABYTE,
  unknown: 32 * MEGABYTE,
  newcomers: 50,
} as const

function limitOf(accepted: boolean): number {
  return accepted ? LIMITS.ofOne : LIMITS.ofNewcomer
}

/** Files in the order in which they can be taken up: by the edits they begin with, then by their number. */
export function inOrder(a: NotedFile, b: NotedFile): number {
  return a.from - b.from || a.seq - b.seq
}

/** What of a file is kept when it is not held. */
export function noteOf({ mark, byHand, bytes, signer, manifest, body }: WaitingFile): NotedFile {
  const { seq, createdAt } = manifest
  const { before, after, station } = body
  const [from, to] = [before[station] ?? 0, after[station] ?? 0]
  return { mark, byHand, bytes, kid: signer.kid, seq, createdAt, from, to }
}

/** The files held in memory, within limits; the first in order of each key, the rest noted. */
export class HeldFiles {
  readonly #held = new Map<string, Map<string, WaitingFile>>()
  readonly #kidOf = new Map<string, string>()
  readonly #noted = new Map<string, NotedFile>()
  readonly #accepted = new Set<string>()

  all(): readonly WaitingFile[] {
    return [...this.#held.values()].flatMap((files) => [...files.values()])
  }

  of(kid: string): readonly WaitingFile[] {
    return [...(this.#held.get(kid)?.values() ?? [])]
  }

  kids(): readonly string[] {
    return [...this.#held.keys()]
  }

  has(mark: string): boolean {
    return this.#kidOf.has(mark)
  }

  noted(mark: string): NotedFile | null {
    return this.#noted.get(mark) ?? null
  }

  notedOf(kid: string): readonly NotedFile[] {
    return [...this.#noted.values()].filter((one) => one.kid === kid)
  }

  /** Noted files that are gone need no note. */
  forgetNoted(standing: ReadonlySet<string>, byHand: boolean): void {
    for (const [mark, note] of this.#noted)
      if (note.byHand === byHand && !standing.has(mark)) this.#noted.delete(mark)
  }

  add(file: WaitingFile, accepted: boolean): void {
    const note = noteOf(file)
    const { kid, mark } = note
    if (accepted) this.#accepted.add(kid)
    else this.#accepted.delete(kid)
    if (!this.hasRoom(note, accepted)) {
      this.#noted.set(mark, note)
      return
    }
    this.#noted.delete(mark)
    const files = this.#held.get(kid) ?? new Map<string, WaitingFile>()
    this.#held.set(kid, files.set(mark, file))
    this.#kidOf.set(mark, kid)
    // Those behind it make room: what comes first is what the others wait for.
    const held = [...files.values()].map(noteOf).toSorted(inOrder)
    let bytes = held.reduce((sum, one) => sum + one.bytes, 0)
    for (const last of held.toReversed()) {
      if (bytes <= limitOf(accepted) || files.size === 1) break
      this.drop(last.mark)
      this.#noted.set(last.mark, last)
      bytes -= last.bytes
    }
  }

  /** True when a file may be held: none of its PC is, or it comes before one that is, or there is room behind. */
  hasRoom(note: NotedFile, accepted: boolean): boolean {
    const own = this.of(note.kid).map(noteOf)
    const before = own.filter((one) => inOrder(one, note) < 0)
    if (own.length === 0 && !accepted) return this.#hasRoomForNewcomer(note)
    if (before.length === 0) return true
    const bytes = before.reduce((sum, one) => sum + one.bytes, note.bytes)
    const all = accepted ? LIMITS.accepted : LIMITS.unknown
    return bytes <= limitOf(accepted) && this.#bytes(accepted) + note.bytes <= all
  }

  drop(mark: string): void {
    const kid = this.#kidOf.get(mark)
    if (kid === undefined) return
    this.#kidOf.delete(mark)
    const files = this.#held.get(kid)
    files?.delete(mark)
    if (files?.size === 0) this.#held.delete(kid)
  }

  #hasRoomForNewcomer({ bytes }: NotedFile): boolean {
    const newcomers = this.kids().filter((kid) => !this.#accepted.has(kid)).length
    if (newcomers === 0) return true
    return newcomers < LIMITS.newcomers && this.#bytes(false) + bytes <= LIMITS.unknown
  }

  #bytes(accepted: boolean): number {
    let bytes = 0
    for (const [kid, files] of this.#held)
      if (this.#accepted.has(kid) === accepted) for (const file of files.values()) bytes += file.bytes
    return bytes
  }
}
