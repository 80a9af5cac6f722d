import type { FileSystem, WritableFile } from '#main/files/file-system.ts'
import { type Fault, FaultyMedium, failure, type Operation } from './faulty-medium.ts'

/** A medium as a FileSystem with absolute paths; folders given to it are there from the start. */
export class FaultyFileSystem implements FileSystem {
  readonly medium: FaultyMedium
  #corrupt: ((bytes: Uint8Array) => Uint8Array) | null = null

  constructor(...folders: string[]) {
    this.medium = new FaultyMedium()
    for (const folder of folders) this.medium.putFolder(folder)
  }

  /** What is there now; setting puts a file on the device. */
  get files(): Map<string, Uint8Array> {
    return new Files(this.medium)
  }

  get folders(): ReadonlySet<string> {
    return this.medium.folders
  }

  get log(): readonly Operation[] {
    return this.medium.log.map(({ operation }) => operation)
  }

  fail(...faults: readonly Fault[]): void {
    this.medium.fail(...faults)
  }

  /** The n-th call of an operation fails once; of a write, four bytes have gone through. */
  failAt(on: Operation, code: string, nth = 1): void {
    this.medium.fail({ on, code, nth, bytes: 4 })
  }

  /** The medium gives back other bytes than it took. */
  corruptReads(corrupt: (bytes: Uint8Array) => Uint8Array): void {
    this.#corrupt = corrupt
  }

  async createNew(path: string): Promise<WritableFile> {
    const { medium } = this
    medium.step('createNew')
    const file = medium.create(path)
    return {
      write: async (bytes) => {
        medium.step('write', bytes, file.set)
        file.set(bytes.slice())
      },
      sync: async () => {
        medium.step('sync')
        file.sync()
      },
      close: async () => medium.step('close'),
    }
  }

  async read(path: string): Promise<Uint8Array> {
    this.medium.step('read')
    const bytes = this.medium.open(path).bytes()
    return this.#corrupt === null ? bytes : this.#corrupt(bytes)
  }

  async readWithin(path: string, most: number): Promise<Uint8Array | number> {
    const size = await this.size(path)
    return size > most ? size : this.read(path)
  }

  async size(path: string): Promise<number> {
    this.medium.step('size')
    if (this.medium.folders.has(path)) throw failure('EISDIR')
    return this.medium.open(path).bytes().length
  }

  async exists(path: string): Promise<boolean> {
    this.medium.step('exists')
    return this.medium.has(path)
  }

  /** Folders that lead elsewhere. */
  readonly links = new Set<string>()

  async isLink(path: string): Promise<boolean> {
    return this.links.has(path)
  }

  async rename(from: string, to: string): Promise<void> {
    this.medium.step('rename')
    this.medium.rename(from, to)
  }

  async remove(path: string): Promise<void> {
    this.medium.step('remove')
    this.medium.remove(path)
  }

  async makeFolder(path: string): Promise<void> {
    this.medium.step('makeFolder')
    this.medium.makeFolder(path)
  }

  async syncFolder(path: string): Promise<void> {
    this.medium.step('syncFolder')
    this.medium.syncFolder(path)
  }
}

class Files extends Map<string, Uint8Array> {
  readonly #medium: FaultyMedium

  constructor(medium: FaultyMedium) {
    super()
    this.#medium = medium
    for (const path of medium.paths()) super.set(path, medium.open(path).bytes())
  }

  override set(path: string, bytes: Uint8Array): this {
    this.#medium.put(path, bytes)
    return super.set(path, bytes)
  }
}
