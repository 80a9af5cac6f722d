import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { dirname, join } from 'node:path'
import { backupBytes, openBackupFile } from '#main/backups/backup-file.ts'
import { type BuiltBackup, buildBackup } from '#main/backups/build-backup.ts'
import { proveContents } from '#main/backups/prove-backup.ts'
import { RecordCounter } from '#main/backups/record-counter.ts'
import { wrapKey } from '#main/backups/sealed-backup.ts'
import { type MeantBackup, writeBackup } from '#main/backups/write-backup.ts'
import { createRecord } from '#shared/edits/operations.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import { PROFILE_ID } from '#shared/records/profile.ts'
import { FaultyFileSystem } from '#tests/support/faulty-file-system.ts'
import type { Fault, FaultyMedium } from '#tests/support/faulty-medium.ts'
import type { Tally } from '../tally.ts'
import { FaultyDesk } from './desk.ts'
import { faultsOf, sizesOf } from './faults.ts'
import { opened, saveOne } from './steps.ts'
import { leftoversOf, STICK_SENTENCES } from './stick.ts'

const STICK = '/移动盘'

const LEFTOVERS = leftoversOf(60)

/** A backup to be written, and how the one that is there already is called. */
interface Place {
  readonly name: string
  readonly meant: MeantBackup
  readonly earlier: string
}

/**
 * The place of the backups fails at every operation in every way and at every so many bytes of the file: whatever bears
 * the name of a backup is a good one, the earlier one is untouched, and what was called written is there.
 */
export async function backupDiskRounds(every: number): Promise<Tally> {
  const tally: Tally = { rounds: 0, saved: 0, losses: [] }
  for (const place of await places()) {
    const whole = prepared(place)
    const sizes = await sizesOf(whole.medium, () => writeBackup(whole, STICK, place.meant))
    const judge = new Judge(place.meant.key)
    for (const fault of faultsOf(sizes, { folder: STICK, every })) {
      const problems = await backupRound(place, fault, judge)
      tally.rounds += 1
      tally.saved += 1
      const where = `backup round ${tally.rounds}, ${place.name}, ${JSON.stringify(fault)}`
      tally.losses.push(...problems.map((what) => `${where}: ${what}`))
    }
  }
  return tally
}

async function places(): Promise<readonly Place[]> {
  const built = await smallBackup()
  const key = randomBytes(32)
  const wraps = [await wrapKey('office', '一句容易记住的话二〇二一', key, randomBytes)]
  const plain = { bytes: await backupBytes(built, null), facts: built.facts, key: null }
  const sealed = { bytes: await backupBytes(built, { key, wraps }), facts: built.facts, key }
  const one = async (name: string, meant: MeantBackup): Promise<Place> => {
    const { name: earlier } = opened(await writeBackup(new FaultyFileSystem('/', STICK), STICK, meant))
    return { name, meant, earlier }
  }
  return [await one('a plain backup', plain), await one('an encrypted backup', sealed)]
}

/** Two edits and a sent file. */
async function smallBackup(): Promise<BuiltBackup> {
  const desk = new FaultyDesk()
  const journal = opened(await desk.open())
  await saveOne(desk, journal, [createRecord('profile', PROFILE_ID, { unit: 'YY-430626' })])
  await saveOne(desk, journal, [createRecord('enterprise', randomUUID(), { name: '样例企业' })])
  const snapshot = opened(await journal.snapshot())
  return opened(
    await buildBackup({
      snapshot,
      counted: opened(await new RecordCounter().countTo(journal, snapshot.head)),
      files: [{ name: `outbox/${'a'.repeat(64)}.pbz.json`, bytes: Buffer.from('{"sent":1}') }],
      program: '0.1.0',
      createdAt: '2021-10-08T01:00:00.000Z',
      reason: 'manual',
      folder: '/台账',
    }),
  )
}

function prepared({ earlier, meant }: Place): FaultyFileSystem {
  const fs = new FaultyFileSystem('/', STICK)
  fs.medium.put(join(STICK, earlier), meant.bytes)
  return fs
}

async function backupRound(place: Place, fault: Fault, judge: Judge): Promise<readonly string[]> {
  const fs = prepared(place)
  fs.fail(fault)
  const answer = await writeBackup(fs, STICK, place.meant)
  fs.medium.heal()
  const problems = answer.ok ? [] : wrongSentence(fault, answer.error)
  if (fault.code === 'gone') {
    if (answer.ok) problems.push('called written in a folder that is gone')
    if (fs.medium.has(STICK)) problems.push('the folder that is gone was made anew')
    return problems
  }
  if (fault.stays !== true && fault.code !== 'power' && hasTemporary(fs.medium))
    problems.push('a half file was left')
  for (const left of LEFTOVERS) {
    const good = await judge.goodIn(fs.medium.cutCopy(left))
    if (good === null) problems.push(`a half backup under its final name after ${JSON.stringify(left)}`)
    else if (!good.has(place.earlier)) problems.push(`the earlier one lost after ${JSON.stringify(left)}`)
    else if (answer.ok && !good.has(answer.value.name))
      problems.push(`called written, not there after ${JSON.stringify(left)}`)
  }
  if (fault.code !== 'power' && fault.bytes === undefined) {
    const again = await writeBackup(fs, STICK, place.meant)
    if (!again.ok) problems.push(`not written once the disk worked again: ${again.error.code}`)
  }
  return problems
}

function wrongSentence(fault: Fault, error: AppError): string[] {
  const expected = [...(STICK_SENTENCES[fault.code] ?? []), 'backup.not-proved']
  if (fault.code !== 'power' && !expected.includes(error.code))
    return [`${fault.code} was called ${error.code}`]
  return JSON.stringify(error).includes('/') ? ['a path in the sentence'] : []
}

function hasTemporary(medium: FaultyMedium): boolean {
  return medium.paths().some((path) => !path.endsWith('.pbz-backup'))
}

/** Opens and proves backups as a restore does; bytes that were proved once are not proved again. */
class Judge {
  readonly #key: Uint8Array | null
  readonly #known = new Map<string, boolean>()

  constructor(key: Uint8Array | null) {
    this.#key = key
  }

  /** Names of the backups on a medium; null when one of them is not good. */
  async goodIn(medium: FaultyMedium): Promise<ReadonlySet<string> | null> {
    const names = new Set<string>()
    for (const path of medium.paths()) {
      if (dirname(path) !== STICK || !path.endsWith('.pbz-backup')) continue
      if (!(await this.#isGood(medium.open(path).bytes()))) return null
      names.add(path.slice(STICK.length + 1))
    }
    return names
  }

  async #isGood(bytes: Uint8Array): Promise<boolean> {
    const digest = createHash('sha256').update(bytes).digest('hex')
    const known = this.#known.get(digest)
    if (known !== undefined) return known
    const file = await openBackupFile(bytes, 'backup', { key: this.#key, secret: null })
    const isGood = file.ok && (await proveContents(file.value.contents, 'backup')).ok
    this.#known.set(digest, isGood)
    return isGood
  }
}
