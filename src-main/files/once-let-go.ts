import { rename, rm } from 'node:fs/promises'
import { codeOf } from './error-code.ts'

/** Windows refuses to rename or remove a file while a virus scanner or an indexer reads it, for a moment each. */
const HELD: ReadonlySet<string> = new Set(['EPERM', 'EBUSY', 'EACCES'])

/** Pauses before each further try, in milliseconds: under a second in all. */
const PAUSES = [20, 50, 100, 200, 400]

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** Tries again while Windows says that a file is held; elsewhere such an answer is final, and given at once. */
export async function onceLetGo<T>(
  act: () => Promise<T>,
  platform: NodeJS.Platform = process.platform,
  wait: (ms: number) => Promise<void> = pause,
): Promise<T> {
  for (const ms of platform === 'win32' ? PAUSES : []) {
    try {
      return await act()
    } catch (error) {
      if (!HELD.has(codeOf(error))) throw error
    }
    await wait(ms)
  }
  return act()
}

/** Gives a file or folder another name, in place of the file that has it. */
export function renameHeld(from: string, to: string): Promise<void> {
  return onceLetGo(() => rename(from, to))
}

/** Removes a file; fails when nothing is there. */
export function removeHeld(path: string): Promise<void> {
  return onceLetGo(() => rm(path))
}

/** Removes a file or a folder with its content; no error when nothing is there. */
export function removeAllHeld(path: string): Promise<void> {
  return onceLetGo(() => rm(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 50 }))
}
