import { join } from 'node:path'
import type { FileSystem, WritableFile } from '#main/files/file-system.ts'

export type Operation = keyof FileSystem | 'write' | 'sync' | 'close'

/** A file system in memory that fails at the n-th call of an operation, as a pulled stick or a full disk would. */
export class FaultyFileSystem implements FileSystem {
  readonly files = new Map<string, Uint8Array>()
  readonly folders: Set<string>
  readonly log: Operation[] = []
  #fault: { operation: Operation; code: string; nth: number } | null = null
  #corrupt: ((bytes: Uint8Array) => Uint8Array) | null = null

  constructor(...folders: string[]) {
    this.folders = new Set(folders)
  }

  failAt(operation: Operation, code: string, nth = 1): void {
    this.#fault = { operation, code, nth }
  }

  /** The medium gives back other bytes than it took. */
  corruptReads(corrupt: (bytes: Uint8Array) => Uint8Array): void {
    this.#corrupt = corrupt
  }

  async createNew(path: string): Promise<WritableFile> {
    this.#step('createNew')
    if (this.files.has(path)) throw failure('EEXIST')
    this.files.set(path, new Uint8Array())
    return {
      write: async (bytes) => {
        this.files.set(path, bytes.slice(0, Math.floor(bytes.length / 2)))
        this.#step('write')
        this.files.set(path, bytes.slice())
      },
      sync: async () => this.#step('sync'),
      close: async () => this.#step('close'),
    }
  }

  async read(path: string): Promise<Uint8Array> {
    this.#step('read')
    const bytes = this.files.get(path)
    if (bytes === undefined) throw failure('ENOENT')
    return this.#corrupt === null ? bytes : this.#corrupt(bytes)
  }

  async size(path: string): Promise<number> {
    this.#step('size')
    const bytes = this.files.get(path)
    if (bytes === undefined) throw failure(this.folders.has(path) ? 'EISDIR' : 'ENOENT')
    return bytes.length
  }

  async exists(path: string): Promise<boolean> {
    this.#step('exists')
    return this.files.has(path) || this.folders.has(path)
  }

  async rename(from: string, to: string): Promise<void> {
    this.#step('rename')
    for (const [path, bytes] of [...this.files]) {
      if (path !== from && !path.startsWith(join(from, '/'))) continue
      this.files.delete(path)
      this.files.set(to + path.slice(from.length), bytes)
    }
    if (this.folders.delete(from)) this.folders.add(to)
  }

  async remove(path: string): Promise<void> {
    this.#step('remove')
    for (const file of [...this.files.keys()]) {
      if (file === path || file.startsWith(join(path, '/'))) this.files.delete(file)
    }
    this.folders.delete(path)
  }

  async makeFolder(path: string): Promise<void> {
    this.#step('makeFolder')
    this.folders.add(path)
  }

  async syncFolder(): Promise<void> {
    this.#step('syncFolder')
  }

  #step(operation: Operation): void {
    this.log.push(operation)
    if (this.#fault?.operation !== operation) return
    this.#fault.nth--
    if (this.#fault.nth === 0) throw failure(this.#fault.code)
  }
}

function failure(code: string): Error {
  return Object.assign(new Error(`${code}: failed at /secret/path`), { code })
}
