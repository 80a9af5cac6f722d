import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { codeOf } from '../files/error-code.ts'
import { replaceFile } from './replace-file.ts'
import { packedName, segmentName } from './segment-header.ts'
import { type SegmentStore, unpackAsFarAsGood } from './segment-store.ts'

/**
 * Compresses closed segments, one after the other, beside whatever else the journal does. A segment that cannot be
 * compressed stays as it is; it is tried again after the next start. What is no failure of the file system goes to
 * `reportBug`.
 */
export class SegmentPacker {
  readonly #store: SegmentStore
  readonly #seen = new Set<number>()
  readonly #waiting: number[] = []
  #running: Promise<void> | null = null
  #isStopped = false

  readonly #reportBug: (error: unknown) => void

  constructor(store: SegmentStore, reportBug: (error: unknown) => void = () => undefined) {
    this.#store = store
    this.#reportBug = reportBug
  }

  /** Takes up those of the closed segments that it has not seen yet. */
  pack(closed: readonly number[]): void {
    for (const segment of closed) {
      if (!this.#seen.has(segment)) this.#waiting.push(segment)
      this.#seen.add(segment)
    }
    if (this.#waiting.length > 0) this.#running ??= this.#run()
  }

  /** Returns once nothing is being compressed any more; what waits is left for the next start. */
  async stop(): Promise<void> {
    this.#isStopped = true
    await this.#running
  }

  async #run(): Promise<void> {
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      if (this.#isStopped) break
      await packSegment(this.#store, next).catch((error: unknown) => {
        if (codeOf(error) === '') this.#reportBug(error)
      })
    }
    this.#running = null
  }
}

const compressed = promisify(gzip)

/**
 * Puts a compressed segment in place of the plain one. The plain one goes last, once the other is on the device under
 * its own name and gives the same bytes: a crash at any step leaves at least one that is whole.
 */
export async function packSegment({ files }: SegmentStore, segment: number): Promise<void> {
  const names = await files.list()
  const [plain, packed] = [segmentName(segment), packedName(segment)]
  if (!names.includes(plain)) return
  const bytes = await files.read(plain)
  const holdsTheSame = async (file: Uint8Array) => {
    const unpacked = await unpackAsFarAsGood(file)
    return unpacked.isWhole && Buffer.compare(unpacked.bytes, bytes) === 0
  }
  const isThere = names.includes(packed) && (await holdsTheSame(await files.read(packed)))
  if (isThere) await files.syncFolder()
  else {
    await replaceFile(files, packed, await compressed(bytes), holdsTheSame)
    // The next start finds it under its name, or makes it anew.
    if (files.namesLast?.() === false) return
  }
  // By its name once more: another PC may be at the same work in the same folder.
  if (!(await holdsTheSame(await files.read(packed)))) return
  await files.remove(plain)
  await files.syncFolder()
}
