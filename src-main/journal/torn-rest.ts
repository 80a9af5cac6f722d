import type { JournalRepair } from '#shared/ipc/journal-channels.ts'
import { codeOf } from '../files/error-code.ts'
import type { JournalFiles } from './journal-files.ts'
import { replaceFile } from './replace-file.ts'
import { segmentName } from './segment-header.ts'

/** What was cut off the end of a segment, kept for whoever has to find out what it was. */
const NAME = /^journal-(\d{6})(?:-\d+)?\.torn$/

/** Numbers whose segments something was cut off of. A new segment takes none of them: 清除个人信息 removes by number. */
export function tornNumbers(names: readonly string[]): readonly number[] {
  return names.flatMap((name) => NAME.exec(name)?.[1] ?? []).map(Number)
}

/** A full or write-protected disk: the rest then stays where it is, and the next edit begins a new segment. */
const CANNOT_KEEP: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM'])

/** Copies what stands behind `good` bytes of a segment, then cuts it off; `isCut` false when it could not be copied. */
export async function cutOff(
  files: JournalFiles,
  segment: number,
  { good, unsure }: { readonly good: number; readonly unsure: boolean },
): Promise<{ readonly repair: JournalRepair; readonly isCut: boolean }> {
  const name = segmentName(segment)
  const rest = await files.read(name, good)
  const doubt = unsure ? { unsure } : {}
  const repair: JournalRepair = { kind: 'torn-tail', file: name, bytes: rest.length, ...doubt }
  let kept: string
  try {
    kept = await keep(files, segment, rest)
  } catch (error) {
    if (!CANNOT_KEEP.has(codeOf(error))) throw error
    return { repair, isCut: false }
  }
  const file = await files.open(name)
  try {
    await file.truncate(good)
    await file.sync()
  } finally {
    await file.close()
  }
  return { repair: { ...repair, kept }, isCut: true }
}

/** Gives a segment that holds no edit the name of a rest. */
export async function setAside(files: JournalFiles, segment: number): Promise<string> {
  const kept = freeName(await files.list(), segment)
  await files.rename(segmentName(segment), kept)
  await files.syncFolder()
  return kept
}

/** On the device under its name when this returns. */
async function keep(files: JournalFiles, segment: number, rest: Uint8Array): Promise<string> {
  const names = await files.list()
  for (const name of names) {
    // A power cut between the copy and the cut must not make a second copy.
    if (tornNumbers([name])[0] === segment && Buffer.compare(await files.read(name), rest) === 0) return name
  }
  const name = freeName(names, segment)
  await replaceFile(files, name, rest, (read) => Buffer.compare(read, rest) === 0)
  return name
}

function freeName(names: readonly string[], segment: number): string {
  const stem = segmentName(segment).replace('.jsonl', '')
  for (let at = 1; ; at += 1) {
    const name = at === 1 ? `${stem}.torn` : `${stem}-${at}.torn`
    if (!names.includes(name)) return name
  }
}
