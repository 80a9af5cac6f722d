/**
 * The file system as the journal sees it: names in one folder, no paths. Failures are thrown with Node's `code`
 * (ENOSPC, EROFS …). Tests put one in its place that loses what was not synced.
 */
export interface JournalFiles {
  /** Names in the folder; empty when it does not exist yet. */
  list(): Promise<readonly string[]>
  /** Bytes of a file from `from` up to `to` (its end when left out). */
  read(name: string, from?: number, to?: number): Promise<Uint8Array>
  /** Creates a file that must not exist, and the folder if needed; with `there` only in a folder that exists. */
  create(name: string, folder?: 'there'): Promise<AppendFile>
  /** Opens an existing file for appending. */
  open(name: string): Promise<AppendFile>
  remove(name: string): Promise<void>
  /** Gives a file another name, in place of the file that has it. */
  rename(from: string, to: string): Promise<void>
  /** Makes created, removed and changed names durable. */
  syncFolder(): Promise<void>
  /** False when the last `syncFolder` could do nothing: a power cut may yet take names back. True when left out. */
  namesLast?(): boolean
}

export interface AppendFile {
  size(): Promise<number>
  append(bytes: Uint8Array): Promise<void>
  /** Returns when the device has the bytes (fsync). */
  sync(): Promise<void>
  truncate(length: number): Promise<void>
  close(): Promise<void>
}
