import { createHash } from 'node:crypto'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { BACKUP_FORMAT, type BackupFacts, type BackupReason } from '#shared/backup/backup-facts.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { NamedBytes } from '../files/atomic-write.ts'
import type { JournalSnapshot } from '../journal/journal-snapshot.ts'
import { SegmentDamaged } from '../journal/segment-chain.ts'
import { readError } from '../journal/write-error.ts'
import { FACTS_NAME, README_NAME } from './backup-parts.ts'
import { BACKUP_README } from './backup-readme.ts'
import type { Counted } from './record-counter.ts'

export interface BackupMaterial {
  readonly snapshot: JournalSnapshot
  readonly counted: Counted
  /** Files of 发件箱 and keys, by their names in the zip. */
  readonly files: readonly NamedBytes[]
  readonly program: string
  /** ISO 8601 UTC. */
  readonly createdAt: string
  readonly reason: BackupReason
  /** The data folder, for sentences. */
  readonly folder: string
}

export interface BuiltBackup {
  readonly zip: Uint8Array
  readonly facts: BackupFacts
}

/** The zip of a backup, and what it is meant to hold. */
export async function buildBackup(material: BackupMaterial): Promise<Result<BuiltBackup, AppError>> {
  const parts = await partsOf(material)
  if (!parts.ok) return parts
  const { snapshot, counted, program, createdAt, reason } = material
  const { journal, station, head } = snapshot
  const facts: BackupFacts = {
    format: BACKUP_FORMAT,
    program,
    unit: counted.unit,
    journal,
    station,
    head,
    createdAt,
    reason,
    counts: { ...counted.counts },
    files: parts.value.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: sha256(bytes) })),
  }
  const text = (name: string, content: string) => ({ name, bytes: Buffer.from(content, 'utf8') })
  const told = [text(README_NAME, BACKUP_README), text(FACTS_NAME, `${JSON.stringify(facts, null, 1)}\n`)]
  return ok({ zip: await zipOf([...told, ...parts.value], createdAt), facts })
}

async function partsOf({ snapshot, files, folder }: BackupMaterial): Promise<Result<NamedBytes[], AppError>> {
  const parts: NamedBytes[] = []
  try {
    for (const file of snapshot.files) {
      parts.push({ name: `journal/${file.name}`, bytes: await file.read() })
    }
  } catch (error) {
    return err(error instanceof SegmentDamaged ? error.error : readError(error, folder))
  }
  return ok([...parts, ...files])
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Compressed at one go, a long journal would keep the window waiting. */
const SLICE_BYTES = 512 * 1024

async function zipOf(parts: readonly NamedBytes[], createdAt: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let failure: Error | null = null
  const zip = new Zip((error, chunk) => {
    failure ??= error
    chunks.push(chunk)
  })
  for (const { name, bytes } of parts) {
    const entry = bytes.length === 0 ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 })
    // Zip knows times from 1980 on, to two seconds; backup.json has the exact one.
    entry.mtime = Math.max(Date.parse(createdAt), Date.parse('1980-01-02T00:00:00Z'))
    zip.add(entry)
    for (let at = 0; at < bytes.length || at === 0; at += SLICE_BYTES) {
      entry.push(bytes.subarray(at, at + SLICE_BYTES), at + SLICE_BYTES >= bytes.length)
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  zip.end()
  if (failure !== null) throw failure
  return Buffer.concat(chunks)
}
