import { messageOf } from '#shared/errors/app-error.ts'
import { EXCHANGE_LIMITS } from '#shared/exchange/exchange-body.ts'
import { type ExchangeFile, readExchange } from '#shared/exchange/read-exchange.ts'
import { nodeBundleCrypto } from '../bundles/crypto-suite.ts'
import type { FileSystem } from '../files/file-system.ts'
import { readFileWithin } from '../files/read-file.ts'
import type { FoundFile } from './shared-folder.ts'

/** A file that was read, proved and not yet taken up whole. */
export interface WaitingFile extends ExchangeFile {
  readonly mark: string
  readonly path: string
  /** Brought by hand: it lies in the data folder until it is taken up. */
  readonly byHand: boolean
  readonly bytes: number
}

/** A file that cannot be read now: half copied, or no file of ours. */
interface Unreadable {
  readonly mark: string
  readonly tries: number
  /** Milliseconds; when to look again. */
  readonly again: number
  readonly name: string
  readonly title: string
  readonly advice: string
}

/** A half-copied file is looked at this often before it is told: about a minute at 20 seconds. */
const QUIET_TRIES = 3
const FIRST_PAUSE = 15_000
const LONGEST_PAUSE = 10 * 60_000
/** Of one PC's files only so much is held in memory at a time; the rest is read once these are taken up. */
const HELD_BYTES = 64 * 1024 * 1024

/** What the other PCs have brought and this one has not taken up. Nothing in it touches the journal. */
export class Inbox {
  readonly #fs: FileSystem
  readonly #waiting = new Map<string, WaitingFile>()
  readonly #unreadable = new Map<string, Unreadable>()

  constructor(fs: FileSystem) {
    this.#fs = fs
  }

  waiting(): readonly WaitingFile[] {
    return [...this.#waiting.values()]
  }

  /** Files that still cannot be read after a while, in words. */
  problems(): readonly Pick<Unreadable, 'name' | 'title' | 'advice'>[] {
    return [...this.#unreadable.values()]
      .filter(({ tries }) => tries >= QUIET_TRIES)
      .map(({ name, title, advice }) => ({ name, title, advice }))
  }

  drop(mark: string): void {
    this.#waiting.delete(mark)
  }

  /** Reads what is new among the files found; what is gone is forgotten unless it is still to be taken up. */
  async read(
    found: readonly FoundFile[],
    unit: string,
    settled: (mark: string) => boolean,
    now: number,
    byHand: boolean,
  ): Promise<void> {
    const paths = new Set(found.map(({ path }) => path))
    for (const path of this.#unreadable.keys()) if (!paths.has(path)) this.#forget(path, byHand)
    for (const file of found) {
      if (settled(file.mark) || this.#waiting.has(file.mark)) continue
      const last = this.#unreadable.get(file.path)
      if (last !== undefined && last.mark === file.mark && now < last.again) continue
      if (this.#heldOf(file.mark) > HELD_BYTES) continue
      await this.#readOne(file, unit, now, byHand)
    }
  }

  async #readOne(file: FoundFile, unit: string, now: number, byHand: boolean): Promise<void> {
    const bytes = await readFileWithin(this.#fs, file.path, EXCHANGE_LIMITS.megabytes)
    const read = bytes.ok ? await readExchange(bytes.value.bytes, unit, nodeBundleCrypto, file.name) : bytes
    if (read.ok) {
      const { mark, path } = file
      this.#unreadable.delete(path)
      this.#waiting.set(mark, { ...read.value, mark, path, byHand, bytes: file.bytes })
      return
    }
    const before = this.#unreadable.get(file.path)
    // One that grew is still being copied: that is no reason to speak.
    const tries = before?.mark === file.mark ? before.tries + 1 : 1
    const again = now + Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(tries - 1, 10))
    const { name, mark, path } = file
    this.#unreadable.set(path, { mark, name, tries, again, ...messageOf(read.error) })
  }

  #heldOf(mark: string): number {
    const from = mark.slice(0, mark.indexOf('/'))
    return this.waiting().reduce((sum, one) => (one.mark.startsWith(`${from}/`) ? sum + one.bytes : sum), 0)
  }

  #forget(path: string, byHand: boolean): void {
    const mark = this.#unreadable.get(path)?.mark ?? ''
    if (mark.startsWith(`${BY_HAND}/`) === byHand) this.#unreadable.delete(path)
  }
}

/** Label of the files brought by hand; a station's id is never this short. */
export const BY_HAND = 'hand'
