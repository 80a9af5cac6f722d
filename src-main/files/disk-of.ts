import { stat } from 'node:fs/promises'

/** Which disk (volume) a folder lies on, as a number that is only good for comparing; null when it does not tell. */
export type DiskOf = (folder: string) => Promise<number | null>

export const nodeDiskOf: DiskOf = async (folder) => {
  try {
    return (await stat(folder)).dev
  } catch {
    return null
  }
}
