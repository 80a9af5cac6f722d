import { join } from 'node:path'
import type { Clock } from '#shared/edits/edit.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import { cutIntoParts, type ExchangePart } from '#shared/exchange/compose-exchange.ts'
import { EXCHANGE_LIMITS, type TravellingEdit } from '#shared/exchange/exchange-body.ts'
import { readExchange } from '#shared/exchange/read-exchange.ts'
import { planSharing } from '#shared/exchange/shared-files.ts'
import { ok, type Result } from '#shared/result.ts'
import { nodeBundleCrypto } from '../bundles/crypto-suite.ts'
import { writeFileAtomically } from '../files/atomic-write.ts'
import type { FileSystem } from '../files/file-system.ts'
import { readFileWithin } from '../files/read-file.ts'
import type { Journal } from '../journal/journal.ts'
import type { StationKey } from '../stations/station-key.ts'
import type { ExchangeMemory } from './exchange-memory.ts'
import { listOwn, makeOwnFolder, ownFolder, type SharePlace } from './shared-folder.ts'
import { signExchange } from './sign-exchange.ts'

export interface OwnFilesDeps {
  readonly fs: FileSystem
  readonly journal: Journal
  readonly unit: string
  /** 本机名称. */
  readonly name: string
  readonly key: StationKey
  /** Keys whose word counts when another PC writes under this station. */
  readonly believed: ReadonlySet<string>
  /** ISO 8601 UTC. */
  readonly now: string
  /** Keeps what changed; called after every file, so that a number is never given twice while it works. */
  save(change: Pick<ExchangeMemory, 'kid' | 'chain' | 'shared'>): Promise<Result<void, AppError>>
}

/** What writing to the share did. */
export interface Shared {
  readonly edits: number
  /** Somebody else writes under this station, by a proved file with a number ahead of ours. */
  readonly usedTwice: boolean
}

/** Writes what the shared folder lacks of this PC. */
export async function writeToShare(
  deps: OwnFilesDeps,
  place: SharePlace,
  memory: ExchangeMemory,
): Promise<Result<Shared, AppError>> {
  const standing = await listOwn(place)
  if (!standing.ok) return standing
  const plan = planSharing(memory.shared, standing.value)
  const carried = [memory.station, ...memory.predecessors]
  const parts = await partsAfter(deps.journal, carried, plan.after)
  if (!parts.ok) return parts
  if (parts.value.length === 0) {
    const usedTwice = await isUsedTwice(deps, place, aheadOf(memory, standing.value), memory)
    return ok({ edits: 0, usedTwice })
  }
  const folder = await makeOwnFolder(place)
  if (!folder.ok) return folder
  let now: ExchangeMemory = { ...memory, shared: [...plan.kept] }
  for (const part of parts.value) {
    const written = await writePart(deps, folder.value, now, part)
    if (!written.ok) return written
    const { name, bytes, next } = written.value
    const { before, after } = part
    now = { ...next, shared: [...now.shared, { name, before, after, bytes }] }
    const { kid, chain, shared } = now
    const saved = await deps.save({ kid, chain, shared })
    if (!saved.ok) return saved
  }
  const isBegun = memory.chain.seq > 0
  const ahead = isBegun ? aheadOf(now, standing.value) : []
  const ours = [...standing.value.keys()].filter((name) => !ahead.includes(name))
  await sweep(deps, folder.value, ours, now)
  return ok({ edits: editsIn(parts.value), usedTwice: await isUsedTwice(deps, place, ahead, now) })
}

/** Of the names ahead; one that is proved is enough. */
const MOST_LOOKED_AT = 4

const NUMBER = /_(\d{4,6})\.pbz\.json$/

/** Files in the own folder with numbers this PC has not given yet. */
function aheadOf(
  { chain, shared }: ExchangeMemory,
  standing: ReadonlyMap<string, number>,
): readonly string[] {
  const ours = new Set(shared.map(({ name }) => name))
  return [...standing.keys()].filter(
    (name) => !ours.has(name) && Number(NUMBER.exec(name)?.[1] ?? 0) > chain.seq,
  )
}

/** What a name says anybody can write; what is believed is a number signed by this key or by an accepted one. */
async function isUsedTwice(
  { fs, unit, believed }: OwnFilesDeps,
  place: SharePlace,
  names: readonly string[],
  { chain, station }: ExchangeMemory,
): Promise<boolean> {
  for (const name of names.slice(-MOST_LOOKED_AT)) {
    const file = await readFileWithin(fs, join(ownFolder(place), name), EXCHANGE_LIMITS.megabytes)
    const read = file.ok ? await readExchange(file.value.bytes, unit, nodeBundleCrypto, name) : file
    if (!read.ok || read.value.body.station !== station || !believed.has(read.value.signer.kid)) continue
    if (read.value.manifest.seq > chain.seq) return true
  }
  return false
}

/** Writes everything into a folder by hand: what it was made of before does not matter there. */
export async function writeByHand(
  deps: OwnFilesDeps,
  folder: string,
  stations: readonly string[],
  memory: ExchangeMemory,
): Promise<Result<{ readonly files: number; readonly edits: number }, AppError>> {
  const parts = await partsAfter(deps.journal, stations, {})
  if (!parts.ok) return parts
  if (parts.value.length === 0) return { ok: false, error: { code: 'exchange.nothing' } }
  let now = memory
  for (const part of parts.value) {
    const written = await writePart(deps, folder, now, part)
    if (!written.ok) return written
    now = written.value.next
    const { kid, chain, shared } = now
    const saved = await deps.save({ kid, chain, shared })
    if (!saved.ok) return saved
  }
  return ok({ files: parts.value.length, edits: editsIn(parts.value) })
}

async function writePart(
  deps: OwnFilesDeps,
  folder: string,
  memory: ExchangeMemory,
  part: ExchangePart,
): Promise<
  Result<{ readonly name: string; readonly bytes: number; readonly next: ExchangeMemory }, AppError>
> {
  const knows = deps.journal.opened().clock
  const seq = memory.chain.seq + 1
  const file = await signExchange({ ...deps, knows }, { ...memory.chain, seq }, part)
  if (!file.ok) return file
  const { name, bytes, identity } = file.value
  const written = await writeFileAtomically(deps.fs, join(folder, name), bytes)
  if (!written.ok) return written
  const chain = { seq, previous: identity }
  return ok({ name, bytes: bytes.length, next: { ...memory, kid: deps.key.kid, chain } })
}

/** Edits of these stations that a clock does not cover, cut into files. */
async function partsAfter(
  journal: Journal,
  stations: readonly string[],
  after: Clock,
): Promise<Result<readonly ExchangePart[], AppError>> {
  const before = Object.fromEntries(
    stations.flatMap((s) => ((after[s] ?? 0) > 0 ? [[s, after[s] ?? 0]] : [])),
  )
  const everyone = journal.opened().clock
  const wanted = Object.fromEntries(stations.map((station) => [station, after[station] ?? 0]))
  const edits = await journal.written({ ...everyone, ...wanted })
  if (!edits.ok) return edits
  const travelling = edits.value as readonly TravellingEdit[]
  return ok(cutIntoParts(travelling, before, (edit) => JSON.stringify(edit).length))
}

function editsIn(parts: readonly ExchangePart[]): number {
  return parts.reduce((sum, { edits }) => sum + edits.length, 0)
}

/** Own files that others stand for by now; one that cannot be removed only takes up room. */
async function sweep(
  { fs, unit }: OwnFilesDeps,
  folder: string,
  standing: readonly string[],
  { shared }: ExchangeMemory,
): Promise<void> {
  const current = new Set(shared.map(({ name }) => name))
  for (const name of standing) {
    const isOurs = name.startsWith(`${unit}_exchange_`) && !current.has(name)
    if (isOurs) await fs.remove(join(folder, name)).catch(() => undefined)
  }
}
