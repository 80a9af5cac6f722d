import type { JournalFiles } from './journal-files.ts'

/**
 * Puts a file in place of another, whole or not at all: under a name of its own first, on the device, proved by
 * reading it back when `isRight` is given, then renamed.
 */
export async function replaceFile(
  files: JournalFiles,
  name: string,
  bytes: Uint8Array,
  isRight: (read: Uint8Array) => boolean | Promise<boolean> = () => true,
): Promise<void> {
  const next = `${name}.new`
  try {
    const names = await files.list()
    if (names.length === 0) throw coded('ENOENT', 'the folder is gone, and must not come back empty')
    if (names.includes(next)) await files.remove(next)
    const file = await files.create(next, 'there')
    try {
      await file.append(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    if (!(await isRight(await files.read(next)))) throw coded('EIO', 'not read as written')
    await files.rename(next, name)
  } catch (error) {
    await files.remove(next).catch(() => null)
    throw error
  }
  await files.syncFolder()
}

/** The medium's fault, not the program's. */
function coded(code: string, message: string): Error {
  return Object.assign(new Error(message), { code })
}
