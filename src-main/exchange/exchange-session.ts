import { join } from 'node:path'
import type { AppError } from '#shared/errors/app-error.ts'
import { asAccepted, type Here } from '#shared/exchange/admission.ts'
import { type KnownStation, spokenFor } from '#shared/exchange/known-station.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { ListNames } from '../bundles/bundle-folder.ts'
import type { FileSystem } from '../files/file-system.ts'
import type { Journal } from '../journal/journal.ts'
import { type StationKey, StationKeys } from '../stations/station-key.ts'
import { type ExchangeMemory, isFitToKeep, loadMemory, memoryPath, saveMemory } from './exchange-memory.ts'
import type { WaitingFile } from './held-files.ts'
import { Inbox } from './inbox.ts'
import { patientNames } from './patient-names.ts'
import type { SharePlace } from './shared-folder.ts'

export interface SessionDeps {
  readonly fs: FileSystem
  readonly names: ListNames
  /** The open journal; null while there is none. */
  journal(): Journal | null
  /** Folder of this user's profile that holds markers, keys and this memory. */
  readonly stations: string
  /** Milliseconds a share may take to list a folder; 20 seconds when left out. */
  readonly patience?: number
  /** The name Windows gives the PC. */
  readonly hostName: string
  /** ISO 8601 UTC. */
  now(): string
}

const LONGEST_NAME = 40
const PATIENCE = 20_000

/** The exchange of one open journal. */
export class ExchangeSession {
  readonly journal: Journal
  readonly dataFolder: string
  readonly station: string
  readonly inbox: Inbox
  folderProblem: AppError | null = null
  /** There is more in the shared folder than is looked at. */
  crowded = false
  keyProblem: AppError | null = null
  /** What was kept of the exchange could not be understood. */
  memoryProblem: AppError | null = null
  /** When the shared folder was last read. */
  lookedAt: string | null = null
  /** Proved files under this station's number that were not made here, by mark; they show that a second PC uses it. */
  readonly strange = new Set<string>()
  /** Keys that were compared with those this PC had before. */
  readonly compared = new Set<string>()
  /** The same, seen in the own folder of the share. */
  ownFolderStrange = false
  key: StationKey | null = null
  readonly #deps: SessionDeps
  readonly #names: ListNames
  #memory: ExchangeMemory
  #saving: Promise<unknown> = Promise.resolve()
  #keyNeeded: Promise<Result<StationKey, AppError>> | null = null

  private constructor(deps: SessionDeps, journal: Journal, dataFolder: string, memory: ExchangeMemory) {
    this.#deps = deps
    this.#names = patientNames(deps.names, deps.patience ?? PATIENCE)
    this.journal = journal
    this.dataFolder = dataFolder
    this.station = memory.station
    this.inbox = new Inbox(deps.fs)
    this.#memory = memory
  }

  static async begin(
    deps: SessionDeps,
    journal: Journal,
    dataFolder: string,
  ): Promise<Result<ExchangeSession, AppError>> {
    const path = memoryPath(deps.stations, dataFolder)
    const loaded = await loadMemory(deps.fs, path, journal.opened(), deps.now())
    if (!loaded.ok) return loaded
    const { memory, damaged } = loaded.value
    const session = new ExchangeSession(deps, journal, dataFolder, memory)
    if (damaged) session.memoryProblem = { code: 'exchange.memory-damaged' }
    await session.#loadKey()
    return ok(session)
  }

  /** This station's number is used by a second PC as well. */
  get usedTwice(): boolean {
    return this.ownFolderStrange || this.strange.size > 0
  }

  /** Keys whose word counts about this station: its own, and the accepted ones. */
  get believed(): ReadonlySet<string> {
    const accepted = this.#memory.known.filter(({ standing }) => standing === 'accepted')
    const own = [this.key?.kid, this.#memory.kid].flatMap((kid) => kid ?? [])
    return new Set([...own, ...accepted.map(({ kid }) => kid)])
  }

  get memory(): ExchangeMemory {
    return this.#memory
  }

  /** What is here, as admission goes by it. */
  get here(): Here {
    return { station: this.station, clock: this.journal.opened().clock }
  }

  /** 本机名称: the typed one, else that of the PC. */
  get name(): string {
    const plain = this.#deps.hostName
      .replace(/[\p{Cc}\p{Cf}]/gu, '')
      .trim()
      .slice(0, LONGEST_NAME)
      .trim()
    return this.#memory.name ?? (plain === '' ? '未命名电脑' : plain)
  }

  /** Where files brought by hand lie until they are taken up. */
  get received(): string {
    return join(this.dataFolder, 'exchange')
  }

  place(unit: string): SharePlace | null {
    const { fs } = this.#deps
    const { folder } = this.#memory
    return folder === null ? null : { fs, names: this.#names, folder, unit, station: this.station }
  }

  /** Counts at once, so that what runs beside it builds on it; on disk when this answers. */
  remember(change: Partial<ExchangeMemory>): Promise<Result<void, AppError>> {
    // Another journal was opened meanwhile: what is kept by now is its own.
    if (this.#deps.journal() !== this.journal) return Promise.resolve(err({ code: 'journal.not-open' }))
    if (!isFitToKeep(change)) return Promise.resolve(err({ code: 'exchange.memory-unfit' }))
    this.#memory = { ...this.#memory, ...change }
    const path = memoryPath(this.#deps.stations, this.dataFolder)
    const saved = this.#saving.then(() => saveMemory(this.#deps.fs, this.#deps.stations, path, this.#memory))
    this.#saving = saved
    return saved
  }

  /** Resolves once everything that was to be kept is on disk, or could not be. */
  async saved(): Promise<void> {
    await this.#saving
  }

  /** The station's key, made when it is first needed; one that is damaged or gone is never replaced in silence. */
  needKey(): Promise<Result<StationKey, AppError>> {
    this.#keyNeeded ??= this.#neededKey().finally(() => {
      this.#keyNeeded = null
    })
    return this.#keyNeeded
  }

  async #neededKey(): Promise<Result<StationKey, AppError>> {
    if (this.key !== null) return ok(this.key)
    await this.#loadKey()
    if (this.key !== null) return ok(this.key)
    return this.keyProblem === null ? this.renewKey() : err(this.keyProblem)
  }

  async renewKey(): Promise<Result<StationKey, AppError>> {
    const made = await this.#keys().create(this.dataFolder, this.station, this.#deps.now())
    if (!made.ok) return made
    // Everything in the shared folder is signed by the key before: written anew under this one.
    const saved = await this.remember({ kid: made.value.kid, shared: [] })
    if (!saved.ok) return saved
    this.key = made.value
    this.keyProblem = null
    return made
  }

  known(kid: string): KnownStation | null {
    return this.#memory.known.find((one) => one.kid === kid) ?? null
  }

  filesOf(kid: string): readonly WaitingFile[] {
    return this.inbox.filesOf(kid)
  }

  /** A PC that brought something, as accepting it would make it. */
  newcomer(kid: string): KnownStation | null {
    const whole = asAccepted(this.filesOf(kid), this.#deps.now())
    if (whole === null) return null
    const taken = spokenFor(this.#memory.known)
    const also = whole.also.filter((station) => !taken.has(station))
    const pc = { ...whole, also }
    const last = this.inbox.notedOf(kid).toSorted((a, b) => b.seq - a.seq)[0]
    if (last === undefined || last.seq <= pc.lastSeq) return pc
    return { ...pc, lastSeq: last.seq, lastAt: last.createdAt }
  }

  /** True for a key this PC made for itself under another number: nobody has to compare its code. */
  async isFormer({ kid, station }: Pick<KnownStation, 'kid' | 'station'>): Promise<boolean> {
    const loaded = await this.#keys().load(this.dataFolder, station)
    return loaded.ok && loaded.value?.kid === kid
  }

  /** All stations in the files of a PC besides its own. */
  carriedBy(kid: string): readonly string[] {
    return asAccepted(this.filesOf(kid), this.#deps.now())?.also ?? []
  }

  #keys(): StationKeys {
    return new StationKeys(this.#deps.fs, this.#deps.stations)
  }

  async #loadKey(): Promise<void> {
    const loaded = await this.#keys().load(this.dataFolder, this.station)
    this.key = loaded.ok ? loaded.value : null
    if (!loaded.ok) this.keyProblem = loaded.error
    else if (loaded.value === null && this.#memory.kid !== null)
      this.keyProblem = { code: 'exchange.key-missing' }
    else this.keyProblem = null
  }
}
