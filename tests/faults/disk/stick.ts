import type { Leftovers } from '#tests/support/faulty-medium.ts'

/** Which sentences a failure on a stick may give. */
export const STICK_SENTENCES: Readonly<Record<string, readonly string[]>> = {
  ENOSPC: ['file.disk-full'],
  EDQUOT: ['file.disk-full'],
  EROFS: ['file.read-only'],
  EACCES: ['file.read-only'],
  EIO: ['file.vanished'],
  gone: ['file.vanished', 'file.folder-missing'],
}

/** What a power cut leaves of a stick: what was synced, some bytes more, the names, or all of it. */
export function leftoversOf(torn: number): readonly Leftovers[] {
  return [{}, { torn }, { names: true }, { torn: Number.POSITIVE_INFINITY, names: true }]
}
