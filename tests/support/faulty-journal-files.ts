import { dirname, join } from 'node:path'
import type { AppendFile, JournalFiles } from '#main/journal/journal-files.ts'
import { FaultyMedium, type Leftovers, type Opened, type Operation } from './faulty-medium.ts'

/** The next calls of a kind fail once, in the journal's words. */
interface NextFault {
  readonly on: Operation
  readonly code: string
  readonly bytes?: number
  /** Calls of the kind that go well before it. */
  readonly after?: number
}

/** A medium as the journal sees it: one folder of it, which the first file makes. */
export class MemoryFolder implements JournalFiles {
  readonly medium: FaultyMedium
  readonly folder: string

  constructor(medium = emptyMedium(), folder = JOURNAL) {
    this.medium = medium
    this.folder = folder
  }

  /** Each fails once, in the order given when they are of one kind. */
  failNext(...faults: readonly NextFault[]): void {
    for (const { after = 0, ...fault } of faults) this.medium.fail({ ...fault, nth: after + 1 })
  }

  /** Only what was synced is left, plus `torn` bytes of what was being written. */
  cutPower(left: number | Leftovers = {}): void {
    this.medium.cutPower(typeof left === 'number' ? { torn: left, names: left > 0 } : left)
  }

  copy(): MemoryFolder {
    return new MemoryFolder(this.medium.copy(), this.folder)
  }

  /** Everything in the folder is deleted. */
  empty(): void {
    for (const name of this.names()) this.medium.erase(this.#path(name))
  }

  names(): readonly string[] {
    const paths = this.medium.paths().filter((path) => dirname(path) === this.folder)
    return paths.map((path) => path.slice(this.folder.length + 1))
  }

  bytes(name: string): Uint8Array {
    return this.medium.open(this.#path(name)).bytes()
  }

  text(name: string): string {
    return Buffer.from(this.bytes(name)).toString('utf8')
  }

  put(name: string, content: string | Uint8Array): void {
    this.medium.putFolder(this.folder)
    const bytes = typeof content === 'string' ? new Uint8Array(Buffer.from(content, 'utf8')) : content
    this.medium.put(this.#path(name), bytes)
  }

  async list() {
    this.medium.step('list')
    return this.names()
  }

  async read(name: string, from = 0, to?: number) {
    this.medium.step('read')
    return this.bytes(name).slice(from, to)
  }

  /** The folder too, but not its parent, as on a real disk. */
  async create(name: string, where?: 'there') {
    const { medium, folder } = this
    medium.step('create')
    if (where !== 'there' && !medium.has(folder) && medium.has(dirname(folder))) {
      medium.makeFolder(folder)
      medium.syncFolder(dirname(folder))
    }
    return this.#handle(medium.create(this.#path(name)))
  }

  async open(name: string) {
    this.medium.step('open')
    return this.#handle(this.medium.open(this.#path(name)))
  }

  async rename(from: string, to: string) {
    this.medium.step('rename')
    this.medium.rename(this.#path(from), this.#path(to))
  }

  async remove(name: string) {
    this.medium.step('remove')
    this.medium.open(this.#path(name))
    this.medium.remove(this.#path(name))
  }

  async syncFolder() {
    this.medium.step('syncFolder')
    this.medium.syncFolder(this.folder)
  }

  #path(name: string): string {
    return join(this.folder, name)
  }

  #handle(file: Opened): AppendFile {
    const { medium } = this
    const add = (bytes: Uint8Array) => file.set(new Uint8Array(Buffer.concat([file.bytes(), bytes])))
    return {
      size: async () => {
        medium.step('size')
        return file.bytes().length
      },
      append: async (bytes) => {
        medium.step('append', bytes, add)
        add(bytes)
      },
      sync: async () => {
        medium.step('sync')
        file.sync()
      },
      truncate: async (length) => {
        medium.step('truncate')
        file.set(file.bytes().slice(0, length))
      },
      close: async () => medium.step('close'),
    }
  }
}

const JOURNAL = '/台账/journal'

function emptyMedium(): FaultyMedium {
  const medium = new FaultyMedium()
  medium.putFolder(dirname(JOURNAL))
  return medium
}
