import type { AppError } from '#shared/errors/app-error.ts'
import type { Result } from '#shared/result.ts'
import type { Fault, FaultyMedium } from '#tests/support/faulty-medium.ts'

const CODES = ['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EACCES', 'power']

export interface Reach {
  /** Folder that is deleted under the work. */
  readonly folder: string
  /** Writes are cut at every so many bytes. */
  readonly every: number
}

/** What work asks of a medium when nothing fails: of each write how many bytes, of all else 0. */
export async function sizesOf(
  medium: FaultyMedium,
  work: () => Promise<Result<unknown, AppError>>,
): Promise<readonly number[]> {
  const from = medium.log.length
  const done = await work()
  await settled()
  if (!done.ok) throw new Error(JSON.stringify(done.error))
  return medium.log.slice(from).map(({ bytes }) => bytes)
}

/** What is still written beside the work that has answered is written. */
export const settled = (): Promise<void> => new Promise((done) => setImmediate(done))

/** Every way in which a medium may fail under work of these sizes; those that cut a write carry `bytes`. */
export function* faultsOf(sizes: readonly number[], { folder, every }: Reach): Generator<Fault> {
  for (const [at, size] of sizes.entries()) {
    const nth = at + 1
    for (const code of CODES)
      for (const stays of code === 'power' ? [true] : [false, true]) yield { nth, code, stays }
    yield { nth, code: 'gone', folder }
    for (const bytes of cutsOf(size, every))
      for (const code of ['ENOSPC', 'power']) yield { nth, code, bytes }
  }
  // All went well, then the power went.
  yield { nth: sizes.length + 1, code: 'power' }
}

/** Places in a write; always its ends, where reading may go wrong. */
function* cutsOf(size: number, every: number): Generator<number> {
  for (let at = 1; at <= size; at += 1) if (at % every === 0 || at <= 3 || size - at <= 3) yield at
}
