import type { AppendFile, JournalFiles } from '#main/journal/journal-files.ts'

interface MemoryFile {
  bytes: Uint8Array
  /** What would survive a power cut. */
  synced: Uint8Array
}

/** What the next calls of a kind shall do: throw this code, after letting this many bytes through. */
interface Fault {
  readonly on: 'append' | 'sync' | 'truncate' | 'create' | 'open' | 'remove' | 'rename'
  readonly code: string
  readonly bytes?: number
  /** Calls of the kind that go well before it. */
  readonly after?: number
}

/** A folder in memory that forgets what was not synced, and fails on request. */
export class MemoryFolder implements JournalFiles {
  readonly contents = new Map<string, MemoryFile>()
  #faults: Fault[] = []

  /** The next call of that kind fails once. */
  failNext(...faults: Fault[]): void {
    this.#faults.push(...faults)
  }

  /** Power cut: only synced bytes are left, plus `torn` bytes of what was being written. */
  cutPower(torn = 0): void {
    for (const [name, file] of this.contents) {
      const kept = file.bytes.slice(
        0,
        Math.max(file.synced.length, Math.min(file.bytes.length, file.synced.length + torn)),
      )
      if (file.synced.length === 0 && torn === 0) this.contents.delete(name)
      else this.contents.set(name, { bytes: kept, synced: kept })
    }
  }

  copy(): MemoryFolder {
    const other = new MemoryFolder()
    for (const [name, { bytes, synced }] of this.contents) other.contents.set(name, { bytes, synced })
    return other
  }

  text(name: string): string {
    return Buffer.from(this.#file(name).bytes).toString('utf8')
  }

  put(name: string, text: string): void {
    const bytes = new Uint8Array(Buffer.from(text, 'utf8'))
    this.contents.set(name, { bytes, synced: bytes })
  }

  async list() {
    return [...this.contents.keys()]
  }

  async read(name: string, from = 0, to?: number) {
    return this.#file(name).bytes.slice(from, to)
  }

  async create(name: string) {
    this.#trip('create')
    if (this.contents.has(name)) throw failure('EEXIST')
    this.contents.set(name, { bytes: new Uint8Array(), synced: new Uint8Array() })
    return this.#handle(name)
  }

  async open(name: string) {
    this.#trip('open')
    this.#file(name)
    return this.#handle(name)
  }

  async remove(name: string) {
    this.#trip('remove')
    this.contents.delete(name)
  }

  async rename(from: string, to: string) {
    this.#trip('rename')
    const file = this.#file(from)
    this.contents.delete(from)
    this.contents.set(to, file)
  }

  async syncFolder() {}

  #handle(name: string): AppendFile {
    const file = () => this.#file(name)
    return {
      size: async () => file().bytes.length,
      append: async (bytes) => {
        const fault = this.#take('append')
        const passed = fault === undefined ? bytes : bytes.slice(0, fault.bytes ?? 0)
        file().bytes = new Uint8Array(Buffer.concat([file().bytes, passed]))
        if (fault !== undefined) throw failure(fault.code)
      },
      sync: async () => {
        this.#trip('sync')
        file().synced = file().bytes
      },
      truncate: async (length) => {
        this.#trip('truncate')
        file().bytes = file().bytes.slice(0, length)
      },
      close: async () => {},
    }
  }

  #file(name: string): MemoryFile {
    const file = this.contents.get(name)
    if (file === undefined) throw failure('ENOENT')
    return file
  }

  #trip(on: Fault['on']): void {
    const fault = this.#take(on)
    if (fault !== undefined) throw failure(fault.code)
  }

  #take(on: Fault['on']): Fault | undefined {
    const found = this.#faults.find((fault) => fault.on === on)
    if (found === undefined) return undefined
    const left = (found.after ?? 0) - 1
    const [now, later] = left < 0 ? [found, []] : [undefined, [{ ...found, after: left }]]
    this.#faults = [...later, ...this.#faults.filter((fault) => fault !== found)]
    return now
  }
}

function failure(code: string): Error {
  return Object.assign(new Error(code), { code })
}
