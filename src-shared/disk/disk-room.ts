/** Below this the window says so: about a month of heavy work, and time to clear the disk. */
export const LOW_MEGABYTES = 200
/** Below this nothing more is written: a disk run full in the middle of a write is the one way to a torn journal. */
export const LEAST_MEGABYTES = 20

const MEGABYTE = 1024 * 1024

/** Room on the disk of the data folder. */
export type DiskRoom = 'plenty' | 'low' | 'none'

/** `free` in bytes; null = the disk does not tell, which must not stop anyone from working. */
export function diskRoom(free: number | null): DiskRoom {
  if (free === null || free >= LOW_MEGABYTES * MEGABYTE) return 'plenty'
  return free >= LEAST_MEGABYTES * MEGABYTE ? 'low' : 'none'
}

/** Free space in whole MB, rounded down. */
export function freeMegabytes(free: number): number {
  return Math.floor(free / MEGABYTE)
}
