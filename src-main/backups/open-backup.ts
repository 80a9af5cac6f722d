import { BackupFacts } from '#shared/backup/backup-facts.ts'
import { AnyBackup } from '#shared/backup/encrypted-header.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { unpackEntry } from '../spreadsheet/zip-contents.ts'
import { type ZipEntry, zipDirectory } from '../spreadsheet/zip-directory.ts'
import { FACTS_NAME, type KeptFolder, partOf, README_NAME } from './backup-parts.ts'
import { sha256 } from './build-backup.ts'

/** Largest backup file that is read, and all that may come out of it; a zip from outside is hostile. */
export const BACKUP_MEGABYTES = 512
const UNPACKED_MEGABYTES = 2048
const MEGABYTE = 1024 * 1024
const MOST_ENTRIES = 20_000

/** The files of a backup, each proved by its digest, under the folders they belong to. */
export interface BackupContents {
  readonly facts: BackupFacts
  readonly journal: ReadonlyMap<string, Uint8Array>
  readonly kept: { readonly [F in KeptFolder]: ReadonlyMap<string, Uint8Array> }
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

/** Unpacks the zip of a backup. Only known names come out; each file is what backup.json says, and none is missing. */
export function unpackBackup(zip: Uint8Array, fileName: string): Result<BackupContents, AppError> {
  if (!isZip(zip)) return err({ code: 'backup.not-a-backup', fileName })
  const damaged = (where: string) => err({ code: 'backup.damaged', fileName, where } as const)
  const directory = zipDirectory(zip)
  if (!directory.ok) return damaged('压缩包目录')
  const total = directory.value.reduce((sum, entry) => sum + entry.size, 0)
  if (directory.value.length > MOST_ENTRIES || total > UNPACKED_MEGABYTES * MEGABYTE)
    return damaged('内容过大')
  const entries = new Map(directory.value.map((entry) => [entry.name, entry]))
  const facts = factsIn(zip, entries, fileName)
  if (!facts.ok) return facts
  const strange = [...entries.keys()].find((name) => !isKnown(name))
  if (strange !== undefined) return damaged('含有不认识的文件')
  const contents = {
    facts: facts.value,
    journal: new Map<string, Uint8Array>(),
    kept: { outbox: new Map<string, Uint8Array>(), keys: new Map<string, Uint8Array>() },
  }
  if (facts.value.files.length !== entries.size - 2) return damaged('文件个数')
  for (const part of facts.value.files) {
    const [place, entry] = [partOf(part.name), entries.get(part.name)]
    if (place === null || entry === undefined) return damaged(`缺少 ${part.name}`)
    const bytes = unpackEntry(zip, entry)
    if (!bytes.ok || bytes.value.length !== part.bytes || sha256(bytes.value) !== part.sha256)
      return damaged(part.name)
    const folder = place.folder === 'journal' ? contents.journal : contents.kept[place.folder]
    folder.set(place.file, bytes.value)
  }
  return ok(contents)
}

function isKnown(name: string): boolean {
  return name === README_NAME || name === FACTS_NAME || partOf(name) !== null
}

function factsIn(
  zip: Uint8Array,
  entries: ReadonlyMap<string, ZipEntry>,
  fileName: string,
): Result<BackupFacts, AppError> {
  const entry = entries.get(FACTS_NAME)
  if (entry === undefined || !entries.has(README_NAME)) return err({ code: 'backup.not-a-backup', fileName })
  const bytes = unpackEntry(zip, entry)
  const json = bytes.ok ? parsed(bytes.value) : null
  const facts = BackupFacts.safeParse(json)
  if (facts.success) return ok(facts.data)
  const known = AnyBackup.safeParse(json)
  if (known.success && known.data.format !== 'pbz-backup-1') return err({ code: 'backup.newer', fileName })
  return err({ code: 'backup.damaged', fileName, where: FACTS_NAME })
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return null
  }
}
