import { statfs } from 'node:fs/promises'
import { diskRoom } from '#shared/disk/disk-room.ts'

/** Free bytes on the disk a folder lies on, as far as this user may use them; null when the disk does not tell. */
export type FreeBytes = (folder: string) => Promise<number | null>

export const nodeFreeBytes: FreeBytes = async (folder) => {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch {
    return null
  }
}

/** How long an answer with plenty of room holds; with little every question is asked anew. */
const HOLDS_MS = 5000

/** The free space of one folder's disk, asked before every commit: the disk itself at most once in five seconds. */
export function freeSpaceOf(
  free: () => Promise<number | null>,
  now: () => number,
): () => Promise<number | null> {
  let known: { readonly free: number | null; readonly at: number } | null = null
  return async () => {
    const at = now()
    if (known !== null && diskRoom(known.free) === 'plenty' && at - known.at < HOLDS_MS) return known.free
    known = { free: await free(), at }
    return known.free
  }
}
