import { messageOf } from '#shared/errors/app-error.ts'
import { EXCHANGE_LIMITS } from '#shared/exchange/exchange-body.ts'
import type { KnownStation } from '#shared/exchange/known-station.ts'
import { readExchange } from '#shared/exchange/read-exchange.ts'
import { nodeBundleCrypto } from '../bundles/crypto-suite.ts'
import type { FileSystem } from '../files/file-system.ts'
import { readFileWithin } from '../files/read-file.ts'
import { HeldFiles, type NotedFile, type WaitingFile } from './held-files.ts'
import type { FoundFile } from './shared-folder.ts'

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

/** How one look is made. */
export interface Look {
  readonly unit: string
  /** Milliseconds. */
  readonly now: number
  /** Files brought by hand: they lie in the data folder until they are taken up. */
  readonly byHand: boolean
  /** True for a file that needs no second look. */
  settled(mark: string): boolean
  /** null: nobody has judged this key yet. */
  standingOf(kid: string): KnownStation['standing'] | null
}

/** A half-copied file is looked at this often before it is told: about a minute at 20 seconds. */
const QUIET_TRIES = 3
const FIRST_PAUSE = 15_000
const LONGEST_PAUSE = 10 * 60_000
/** Whoever fills the share must not keep one round busy for ever; the rest is read in the next. */
const ROUND_BYTES = 256 * 1024 * 1024
const PROBLEMS_SHOWN = 50

/** What the other PCs have brought and this one has not taken up. Nothing in it touches the journal. */
export class Inbox {
  readonly #fs: FileSystem
  readonly #held = new HeldFiles()
  readonly #unreadable = new Map<string, Unreadable>()

  constructor(fs: FileSystem) {
    this.#fs = fs
  }

  waiting(): readonly WaitingFile[] {
    return this.#held.all()
  }

  filesOf(kid: string): readonly WaitingFile[] {
    return this.#held.of(kid)
  }

  /** Files of a PC that were proved and are read again once those before them are done. */
  notedOf(kid: string): readonly NotedFile[] {
    return this.#held.notedOf(kid)
  }

  /** Keys of those that brought something. */
  kids(): readonly string[] {
    return this.#held.kids()
  }

  /** Files that still cannot be read after a while, in words. */
  problems(): readonly Pick<Unreadable, 'name' | 'title' | 'advice'>[] {
    return [...this.#unreadable.values()]
      .filter(({ tries }) => tries >= QUIET_TRIES)
      .slice(0, PROBLEMS_SHOWN)
      .map(({ name, title, advice }) => ({ name, title, advice }))
  }

  drop(mark: string): void {
    this.#held.drop(mark)
  }

  /**
   * Reads what is new among the files found; what is gone is forgotten unless it is still to be taken up. Answers with
   * the files of refused PCs: nothing of those is held.
   */
  async read(found: readonly FoundFile[], look: Look): Promise<readonly FoundFile[]> {
    const paths = new Set(found.map(({ path }) => path))
    for (const path of this.#unreadable.keys()) if (!paths.has(path)) this.#forget(path, look.byHand)
    this.#held.forgetNoted(new Set(found.map(({ mark }) => mark)), look.byHand)
    const refused: FoundFile[] = []
    let bytes = 0
    for (const file of found) {
      if (bytes > ROUND_BYTES) break
      if (look.settled(file.mark) || this.#held.has(file.mark)) continue
      const noted = this.#held.noted(file.mark)
      const standing = noted === null ? null : look.standingOf(noted.kid)
      if (standing === 'refused') refused.push(file)
      if (noted !== null && (standing === 'refused' || !this.#held.hasRoom(noted, standing === 'accepted')))
        continue
      const last = this.#unreadable.get(file.path)
      if (last !== undefined && last.mark === file.mark && look.now < last.again) continue
      bytes += file.bytes
      if ((await this.#readOne(file, look)) === 'refused') refused.push(file)
    }
    return refused
  }

  async #readOne(file: FoundFile, look: Look): Promise<'refused' | 'read' | 'unreadable'> {
    const bytes = await readFileWithin(this.#fs, file.path, EXCHANGE_LIMITS.megabytes)
    const read = bytes.ok
      ? await readExchange(bytes.value.bytes, look.unit, nodeBundleCrypto, file.name)
      : bytes
    if (!read.ok) {
      this.#failed(file, look.now, messageOf(read.error))
      return 'unreadable'
    }
    const { mark, path } = file
    this.#unreadable.delete(path)
    const standing = look.standingOf(read.value.signer.kid)
    if (standing === 'refused') return 'refused'
    const waiting = { ...read.value, mark, path, byHand: look.byHand, bytes: file.bytes }
    this.#held.add(waiting, standing === 'accepted')
    return 'read'
  }

  #failed(file: FoundFile, now: number, words: Pick<Unreadable, 'title' | 'advice'>): void {
    const before = this.#unreadable.get(file.path)
    // One that grew is still being copied: that is no reason to speak.
    const tries = before?.mark === file.mark ? before.tries + 1 : 1
    const again = now + Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(tries - 1, 10))
    const { name, mark, path } = file
    this.#unreadable.set(path, { mark, name, tries, again, ...words })
  }

  #forget(path: string, byHand: boolean): void {
    const mark = this.#unreadable.get(path)?.mark ?? ''
    if (mark.startsWith(`${BY_HAND}/`) === byHand) this.#unreadable.delete(path)
  }
}

/** Label of the files brought by hand; a station's id is never this short. */
export const BY_HAND = 'hand'
