import { dirname, join } from 'node:path'

/** Operations in the words of the two shapes a medium is seen through: FileSystem and JournalFiles. */
export type Operation =
  | 'append'
  | 'close'
  | 'create'
  | 'createNew'
  | 'exists'
  | 'list'
  | 'makeFolder'
  | 'open'
  | 'read'
  | 'remove'
  | 'rename'
  | 'size'
  | 'sync'
  | 'syncFolder'
  | 'truncate'
  | 'write'

/** What goes wrong, and when. */
export interface Fault {
  /** Kind of operation; any when left out. */
  readonly on?: Operation
  /** Which of them, from 1, counted from when the fault is set; the next when left out. */
  readonly nth?: number
  /**
   * A Node code (ENOSPC, EDQUOT, EIO, EROFS, EACCES …) is thrown. `power`: thrown now and by everything after it until
   * `cutPower` shows what is left. `gone`: `folder` is deleted with all that is in it; open files go on to nowhere.
   */
  readonly code: string
  /** Bytes of the write that still go through. */
  readonly bytes?: number
  /** Fails from then on, as a full disk or a pulled stick does. */
  readonly stays?: boolean
  /** The folder of `gone`. */
  readonly folder?: string
}

/** What a power cut leaves beside what was synced: a device may write on its own, in part, and in any order. */
export interface Leftovers {
  /** Unsynced bytes that reached the device all the same. */
  readonly torn?: number
  /** Names whose folder was not synced reached it too. */
  readonly names?: boolean
}

interface Stored {
  bytes: Uint8Array
  /** Bytes that survive a power cut. */
  synced: Uint8Array
}

/**
 * A disk in memory: what is written is at first only in the cache. `sync` of a file keeps its bytes, `syncFolder` the
 * names in a folder; a power cut drops the rest. Faults are thrown before the operation has any effect, but for the
 * bytes of a write.
 */
export class FaultyMedium {
  readonly log: { readonly operation: Operation; readonly bytes: number }[] = []
  readonly folders = new Set<string>()
  readonly #live = new Map<string, Stored>()
  readonly #device = new Map<string, Stored>()
  readonly #deviceFolders = new Set<string>()
  /** What a folder is, whatever its name: folders inside a renamed one keep what they were. */
  readonly #identities = new Map<string, object>()
  readonly #deviceIdentities = new Map<string, object>()
  #faults: { fault: Fault; left: number }[] = []

  fail(...faults: readonly Fault[]): void {
    this.#faults.push(...faults.map((fault) => ({ fault, left: fault.nth ?? 1 })))
  }

  /** No fault is waiting any more. */
  heal(): void {
    this.#faults = []
  }

  /** The machine is switched off and on again. */
  cutPower(left: Leftovers = {}): void {
    const after = this.cutCopy(left)
    this.heal()
    const { folders } = this
    for (const all of [this.#live, this.#device, folders, this.#deviceFolders]) all.clear()
    this.#identities.clear()
    this.#deviceIdentities.clear()
    for (const folder of after.folders) this.putFolder(folder)
    for (const path of after.paths()) this.put(path, after.open(path).bytes())
  }

  /** What a power cut would leave, as a medium of its own. */
  cutCopy({ torn = 0, names = false }: Leftovers = {}): FaultyMedium {
    const after = new FaultyMedium()
    const folders = names ? this.folders : this.#deviceFolders
    for (const folder of folders) after.putFolder(folder)
    for (const [path, stored] of names ? this.#live : this.#device)
      if (folders.has(dirname(path))) after.put(path, survivingBytes(stored, torn))
    return after
  }

  /** Was there before anything happened, on the device. */
  put(path: string, bytes: Uint8Array): void {
    const stored = { bytes, synced: bytes }
    this.#live.set(path, stored)
    this.#device.set(path, stored)
  }

  putFolder(path: string): void {
    const identity = this.#identities.get(path) ?? {}
    this.folders.add(path)
    this.#identities.set(path, identity)
    this.#deviceFolders.add(path)
    this.#deviceIdentities.set(path, identity)
  }

  /** Paths of all files, in the order they came. */
  paths(): readonly string[] {
    return [...this.#live.keys()]
  }

  copy(): FaultyMedium {
    const other = new FaultyMedium()
    for (const folder of this.folders) other.putFolder(folder)
    for (const [path, { bytes }] of this.#live) other.put(path, bytes)
    return other
  }

  /** Forgets files and folders as if someone had deleted them. */
  erase(path: string): void {
    for (const map of [this.#live, this.#device])
      for (const name of [...map.keys()]) if (isUnder(name, path)) map.delete(name)
    for (const set of [this.folders, this.#deviceFolders])
      for (const name of [...set]) if (isUnder(name, path)) set.delete(name)
  }

  /** One operation begins: it is counted, and fails when a fault says so. Bytes of a write that still go through. */
  step(operation: Operation, bytes?: Uint8Array, write?: (passed: Uint8Array) => void): void {
    this.log.push({ operation, bytes: bytes?.length ?? 0 })
    for (const waiting of [...this.#faults]) {
      const { fault } = waiting
      if (fault.on !== undefined && fault.on !== operation) continue
      waiting.left -= 1
      if (waiting.left > 0) continue
      if (fault.code === 'power') this.#faults = [{ fault: { code: 'power' }, left: 0 }]
      else if (fault.stays !== true) this.#drop(waiting)
      if (fault.code === 'gone') {
        this.erase(fault.folder ?? '')
        continue
      }
      if (bytes !== undefined && waiting.left === 0) write?.(bytes.slice(0, fault.bytes ?? 0))
      throw failure(fault.code)
    }
  }

  create(path: string): Opened {
    if (this.#live.has(path)) throw failure('EEXIST')
    if (!this.folders.has(dirname(path))) throw failure('ENOENT')
    const stored = { bytes: new Uint8Array(), synced: new Uint8Array() }
    this.#live.set(path, stored)
    return opened(stored)
  }

  open(path: string): Opened {
    const stored = this.#live.get(path)
    if (stored === undefined) throw failure('ENOENT')
    return opened(stored)
  }

  has(path: string): boolean {
    return this.#live.has(path) || this.folders.has(path)
  }

  makeFolder(path: string): void {
    if (this.has(path)) throw failure('EEXIST')
    if (!this.folders.has(dirname(path))) throw failure('ENOENT')
    this.folders.add(path)
    this.#identities.set(path, {})
  }

  remove(path: string): void {
    for (const name of this.paths()) if (isUnder(name, path)) this.#live.delete(name)
    for (const name of [...this.folders]) if (isUnder(name, path)) this.folders.delete(name)
  }

  rename(from: string, to: string): void {
    if (!this.has(from)) throw failure('ENOENT')
    for (const [name, stored] of [...this.#live]) {
      if (!isUnder(name, from)) continue
      this.#live.delete(name)
      this.#live.set(to + name.slice(from.length), stored)
    }
    for (const name of [...this.folders]) {
      if (!isUnder(name, from)) continue
      const identity = this.#identities.get(name) ?? {}
      this.#identities.delete(name)
      this.folders.delete(name)
      this.folders.add(to + name.slice(from.length))
      this.#identities.set(to + name.slice(from.length), identity)
    }
  }

  syncFolder(path: string): void {
    if (!this.folders.has(path)) throw failure('ENOENT')
    const onDevice = new Set<object>([...this.#device.values(), ...this.#deviceIdentities.values()])
    for (const name of [...this.#device.keys()]) if (isIn(name, path)) this.#device.delete(name)
    for (const [name, stored] of this.#live) if (isIn(name, path)) this.#device.set(name, stored)
    for (const name of [...this.#deviceFolders]) if (isIn(name, path)) this.#forgetFolder(name)
    for (const name of this.folders) if (isIn(name, path)) this.#keepFolder(name, onDevice)
  }

  /** A folder keeps what was synced in it under whatever name it bore then. */
  #keepFolder(folder: string, onDevice: ReadonlySet<object>): void {
    for (const name of this.folders) {
      const identity = this.#identities.get(name) ?? {}
      if (name !== folder && !(isUnder(name, folder) && onDevice.has(identity))) continue
      this.#deviceFolders.add(name)
      this.#deviceIdentities.set(name, identity)
    }
    for (const [name, stored] of this.#live)
      if (isUnder(name, folder) && onDevice.has(stored)) this.#device.set(name, stored)
  }

  #forgetFolder(folder: string): void {
    if (this.folders.has(folder)) return
    for (const name of [...this.#deviceFolders]) {
      if (!isUnder(name, folder)) continue
      this.#deviceFolders.delete(name)
      this.#deviceIdentities.delete(name)
    }
    for (const name of [...this.#device.keys()]) if (isUnder(name, folder)) this.#device.delete(name)
  }

  #drop(waiting: object): void {
    this.#faults = this.#faults.filter((one) => one !== waiting)
  }
}

/** An open file: it goes on to the same bytes whatever becomes of its name. */
export interface Opened {
  bytes(): Uint8Array
  set(bytes: Uint8Array): void
  sync(): void
}

function opened(stored: Stored): Opened {
  return {
    bytes: () => stored.bytes,
    set: (bytes) => {
      stored.bytes = bytes
    },
    sync: () => {
      stored.synced = stored.bytes
    },
  }
}

/** Bytes only grow by appending, so what was synced is kept in front; after a truncation it may come back. */
function survivingBytes({ bytes, synced }: Stored, torn: number): Uint8Array {
  return bytes.length >= synced.length ? bytes.slice(0, synced.length + torn) : synced
}

function isUnder(name: string, path: string): boolean {
  return name === path || name.startsWith(join(path, '/'))
}

function isIn(name: string, folder: string): boolean {
  return dirname(name) === folder
}

/** As Node throws it, with a path in its words that no sentence may show. */
export function failure(code: string): Error {
  return Object.assign(new Error(`${code}: failed at /secret/path`), { code })
}
