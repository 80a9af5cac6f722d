import { join } from 'node:path'
import type { Edit } from '#shared/edits/edit.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import { EXCHANGE_LIMITS } from '#shared/exchange/exchange-body.ts'
import { type KnownStation, withoutOthers } from '#shared/exchange/known-station.ts'
import { readExchange } from '#shared/exchange/read-exchange.ts'
import type { Reply } from '#shared/ipc/contract.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { nodeBundleCrypto } from '../bundles/crypto-suite.ts'
import { writeFileAtomically } from '../files/atomic-write.ts'
import { writeFailure } from '../files/file-failures.ts'
import { isInside } from '../files/is-inside.ts'
import { ensureFolder } from '../files/make-folder.ts'
import type { ReadFile } from '../files/read-file.ts'
import { todaysEdit } from '../journal/written-edit.ts'
import { type Batch, batchOf } from './batches.ts'
import { ExchangeSession, type SessionDeps } from './exchange-session.ts'
import { BY_HAND } from './inbox.ts'
import { type OwnFilesDeps, writeByHand, writeToShare } from './own-files.ts'
import { settle, settleAll } from './settle-files.ts'
import { filesIn, listOthers } from './shared-folder.ts'

export interface DeskDeps extends SessionDeps {
  dataFolder(): string
  newId(): string
}

/** Batches given out; the window asks for one at a time. */
const BATCHES_HELD = 8

/** The exchange between PCs: reads and writes files, and takes up what was proved. One thing after the other. */
export class ExchangeDesk {
  readonly #deps: DeskDeps
  #session: ExchangeSession | null = null
  /** The unit of the last round. */
  #unit: string | null = null
  #last: Promise<unknown> = Promise.resolve()
  readonly #batches = new Map<string, Batch>()
  /** What a PC's files and the journal were when taking up left something over: no use trying again before a change. */
  readonly #tried = new Map<string, string>()

  /** Why what a PC brought cannot be taken up at all, and which files that were: the others do not wait for it. */
  readonly #unfit = new Map<string, { readonly files: string; readonly error: AppError }>()

  constructor(deps: DeskDeps) {
    this.#deps = deps
  }

  /** Runs one task after those before it, with the exchange of the journal that is open. */
  inTurn<T>(task: (session: ExchangeSession) => Promise<Result<T, AppError>>): Promise<Result<T, AppError>> {
    const result = this.#last.then(async () => {
      const session = await this.#current()
      return session.ok ? task(session.value) : session
    })
    this.#last = result.catch(() => null)
    return result
  }

  /** Beside what runs: a share that hangs must not keep a commit or the screen waiting. */
  async atOnce<T>(
    task: (session: ExchangeSession) => Promise<Result<T, AppError>>,
  ): Promise<Result<T, AppError>> {
    const session = this.#session
    return session !== null && session.journal === this.#deps.journal() ? task(session) : this.inTurn(task)
  }

  /** The last changes go out before the program ends. */
  async atClose(): Promise<void> {
    const [session, unit] = [this.#session, this.#unit]
    if (session === null || unit === null || session.journal !== this.#deps.journal()) return
    await this.inTurn(async (open) => ok(await this.#give(open, unit)))
  }

  /** Writes to the shared folder what it lacks, and reads what is new there and in the files brought by hand. */
  async sync(session: ExchangeSession, unit: string): Promise<void> {
    this.#unit = unit
    await this.#give(session, unit)
    const place = session.place(unit)
    if (place !== null) {
      const accepted = session.memory.known.filter(({ standing }) => standing === 'accepted')
      const found = await listOthers(place, new Set(accepted.map(({ station }) => station)))
      // Another folder was chosen meanwhile: what was found is no longer of it.
      if (session.memory.folder !== place.folder) return
      if (found.ok) {
        const { files, crowded } = found.value
        const marks = new Set(files.map(({ mark }) => mark))
        for (const mark of session.strange)
          if (!marks.has(mark) && !mark.startsWith(`${BY_HAND}/`)) session.strange.delete(mark)
        const done = new Set(session.memory.done.filter((mark) => marks.has(mark)))
        if (done.size !== session.memory.done.length) await session.remember({ done: [...done] })
        const refused = await session.inbox.read(files, {
          ...this.#look(session, unit),
          byHand: false,
          settled: (mark) => done.has(mark) || session.strange.has(mark),
        })
        if (session.memory.folder !== place.folder) return
        if (refused.length > 0)
          await session.remember({ done: [...session.memory.done, ...refused.map(({ mark }) => mark)] })
        session.crowded = crowded
        session.lookedAt = this.#deps.now()
      } else session.folderProblem = found.error
    }
    await this.#readReceived(session, unit)
    await settleAll(session, this.#deps.fs)
  }

  /** Edits that may be taken up without asking; null when there are none now. */
  next(session: ExchangeSession): Reply<'exchange:next'> {
    const { known, askEach } = session.memory
    for (const from of known) {
      if (from.standing !== 'accepted' || askEach) continue
      const batch = batchOf(session.filesOf(from.kid), from, session.here)
      if (batch === null || this.#isTried(session, batch)) continue
      return ok({ batch: this.#hand(batch), kid: from.kid, name: from.name })
    }
    return ok(null)
  }

  /** What a PC has brought and is not here yet, as if all it brings were agreed to. */
  preview(session: ExchangeSession, kid: string): Reply<'exchange:preview'> {
    const files = session.filesOf(kid)
    const known = session.known(kid)
    const newcomer = session.newcomer(kid)
    // What is looked at may be taken from whoever brings it; a newcomer's own edits and its predecessors' come first.
    const from = known ?? newcomer
    const once = known === null ? [] : session.carriedBy(kid)
    const batch = from === null ? null : batchOf(files, from, session.here, once)
    if (batch === null) return err({ code: 'exchange.batch-unknown' })
    const { clock } = session.journal.opened()
    const edits: Edit[] = []
    for (const one of batch.edits) {
      const { id } = one.edit
      if (id.n <= (clock[id.station] ?? 0)) continue
      const edit = todaysEdit(one)
      if (!edit.ok) return edit
      edits.push(edit.value)
    }
    return ok({ batch: this.#hand(batch), name: batch.name, edits })
  }

  /** Writes a batch to the journal; its PC must have been accepted by now. */
  async takeUp(session: ExchangeSession, token: string): Promise<Reply<'exchange:take-up'>> {
    const given = this.#batches.get(token)
    const from = given === undefined ? null : session.known(given.kid)
    if (given === undefined || from?.standing !== 'accepted') return err({ code: 'exchange.batch-unknown' })
    // Made anew: what was agreed to since it was shown counts, and so does what has come here meanwhile.
    const batch = batchOf(given.files, from, session.here, given.once)
    if (batch === null) return err({ code: 'exchange.batch-unknown' })
    const answer = await session.journal.takeUpWritten(batch.edits)
    if (!answer.ok) {
      if (answer.error.code.startsWith('edit.'))
        this.#unfit.set(from.kid, { files: filesOf(batch), error: answer.error })
      return answer
    }
    const { taken, left, head } = answer.value
    const byPlace = new Map(batch.edits.map((one) => [`${one.edit.id.station}:${one.edit.id.n}`, one]))
    const edits: Edit[] = []
    for (const { station, n } of taken) {
      const one = byPlace.get(`${station}:${n}`)
      const edit = one === undefined ? null : todaysEdit(one)
      if (edit?.ok !== true) throw new Error('an edit was taken up that was not given')
      edits.push(edit.value)
    }
    this.#batches.delete(token)
    const forked = left.find(({ why }) => why === 'forked')?.id ?? null
    const known = session.memory.known.map((one) =>
      one.kid === from.kid && forked !== null ? { ...one, forked } : one,
    )
    const line = { batch: token, at: this.#deps.now(), kid: from.kid, name: from.name, edits: taken.length }
    const batches = taken.length === 0 ? [] : [{ ...line, conflicts: null }]
    await session.remember({ known, batches: [...session.memory.batches, ...batches] })
    const parted = new Set(left.flatMap(({ id, why }) => (why === 'forked' ? [id.station] : [])))
    await settle(session, this.#deps.fs, batch.files, parted)
    this.#tried.set(from.kid, attemptOf(session, batch))
    return ok({ edits, left: [...left], head })
  }

  /** True when what a PC brought was tried and waits for edits that are not here. */
  isStuck(session: ExchangeSession, kid: string): boolean {
    const from = session.known(kid)
    const batch = from === null ? null : batchOf(session.filesOf(kid), from, session.here)
    return batch !== null && this.#tried.get(kid) === attemptOf(session, batch)
  }

  /** Why what a PC brought cannot be taken up, as by a newer dictionary; null when nothing is known against it. */
  problemOf(session: ExchangeSession, kid: string): AppError | null {
    const from = session.known(kid)
    const batch = from === null ? null : batchOf(session.filesOf(kid), from, session.here)
    const unfit = this.#unfit.get(kid)
    return batch !== null && unfit?.files === filesOf(batch) ? unfit.error : null
  }

  #isTried(session: ExchangeSession, batch: Batch): boolean {
    const { kid } = batch
    return (
      this.#tried.get(kid) === attemptOf(session, batch) || this.#unfit.get(kid)?.files === filesOf(batch)
    )
  }

  async judge(
    session: ExchangeSession,
    kid: string,
    standing: 'accepted' | 'refused' | 'forgotten',
  ): Promise<Result<null, AppError>> {
    const now = this.#deps.now()
    const known = session.known(kid)
    const newcomer = session.newcomer(kid)
    const before = known ?? newcomer
    if (before === null) return err({ code: 'exchange.batch-unknown' })
    const also = [...new Set([...before.also, ...(newcomer?.also ?? [])])]
      .toSorted()
      .slice(0, EXCHANGE_LIMITS.carried)
    // Looked at once more: nothing is new, so what was settled need not be read again.
    const isSame = standing === 'accepted' && known?.standing === standing
    if (isSame && also.length === known.also.length) return ok(null)
    const judged: KnownStation[] = standing === 'forgotten' ? [] : [{ ...before, standing, since: now, also }]
    // One key per station: an accepted one takes the place of the key before.
    const others = session.memory.known.filter(
      (one) => one.kid !== kid && !(standing === 'accepted' && one.station === before.station),
    )
    const done = session.memory.done.filter((mark) => !mark.startsWith(`${before.station}/`))
    for (const mark of session.strange)
      if (mark.startsWith(`${before.station}/`)) session.strange.delete(mark)
    const saved = await session.remember({ known: [...withoutOthers([...others, ...judged])], done })
    if (!saved.ok) return saved
    this.#tried.delete(kid)
    await settleAll(session, this.#deps.fs)
    return ok(null)
  }

  /** Null leaves the shared folder. One in the data folder would travel with it and lie among its files. */
  async chooseFolder(session: ExchangeSession, folder: string | null): Promise<Result<null, AppError>> {
    if (folder !== null && isInside(folder, session.dataFolder))
      return err({ code: 'exchange.folder-inside-data' })
    session.folderProblem = null
    session.lookedAt = null
    const saved = await session.remember({ folder, shared: [], done: [] })
    return saved.ok ? ok(null) : saved
  }

  async exportTo(session: ExchangeSession, unit: string, folder: string, all: boolean) {
    const key = await session.needKey()
    if (!key.ok) return key
    const { station, predecessors } = session.memory
    const stations = all ? Object.keys(session.journal.opened().clock) : [station, ...predecessors]
    return writeByHand(this.#writer(session, unit, key.value), folder, stations, session.memory)
  }

  /** Keeps a file brought by hand until it is taken up; refused at once when it is none for here. */
  async receive(session: ExchangeSession, unit: string, file: ReadFile): Promise<AppError | null> {
    const read = await readExchange(file.bytes, unit, nodeBundleCrypto, file.name)
    if (!read.ok) return read.error
    const { signer, identity, body } = read.value
    if (body.station === session.station) {
      const clock = session.journal.opened().clock
      if ((body.after[session.station] ?? 0) <= (clock[session.station] ?? 0))
        return { code: 'exchange.own-file' }
      if (!session.believed.has(signer.kid)) return { code: 'exchange.foreign-own' }
      session.strange.add(`${BY_HAND}/${identity}`)
      return { code: 'exchange.station-twice' }
    }
    const known = session.known(signer.kid)
    if (known?.standing === 'refused') return { code: 'exchange.refused', name: known.name }
    const { fs } = this.#deps
    try {
      await ensureFolder(fs, session.received)
    } catch (error) {
      return writeFailure(error, session.received, session.dataFolder)
    }
    const kept = await writeFileAtomically(fs, join(session.received, `${identity}.pbz.json`), file.bytes)
    if (!kept.ok) return kept.error
    this.#tried.delete(signer.kid)
    await this.#readReceived(session, unit)
    await settleAll(session, this.#deps.fs)
    return null
  }

  async #current(): Promise<Result<ExchangeSession, AppError>> {
    const journal = this.#deps.journal()
    if (journal === null) return err({ code: 'journal.not-open' })
    if (this.#session?.journal !== journal) {
      this.#batches.clear()
      this.#tried.clear()
      this.#unfit.clear()
      // What the session before still saves belongs to what is read now.
      await this.#session?.saved()
      this.#session = null
      const begun = await ExchangeSession.begin(this.#deps, journal, this.#deps.dataFolder())
      if (!begun.ok) return begun
      this.#session = begun.value
    }
    return ok(this.#session)
  }

  #writer(session: ExchangeSession, unit: string, key: OwnFilesDeps['key']): OwnFilesDeps {
    const { fs } = this.#deps
    const { journal, name, believed } = session
    return {
      fs,
      journal,
      unit,
      name,
      key,
      believed,
      now: this.#deps.now(),
      save: (change) => session.remember(change),
    }
  }

  #hand(batch: Batch) {
    const token = this.#deps.newId()
    this.#batches.set(token, batch)
    for (const oldest of this.#batches.keys()) {
      if (this.#batches.size <= BATCHES_HELD) break
      this.#batches.delete(oldest)
    }
    return token as Extract<Reply<'exchange:preview'>, { ok: true }>['value']['batch']
  }

  /** Writes to the shared folder what it lacks of this PC. */
  async #give(session: ExchangeSession, unit: string): Promise<void> {
    const place = session.place(unit)
    session.folderProblem = null
    const key = place === null ? null : await session.needKey()
    if (place === null || key?.ok !== true) return
    const writer = this.#writer(session, unit, key.value)
    const written = await writeToShare(
      {
        ...writer,
        save: async (change) => {
          if (session.memory.folder === place.folder) return writer.save(change)
          // Another folder was chosen meanwhile: the number is used, the file is none of its.
          const { kid, chain } = change
          const saved = await session.remember({ kid, chain })
          return saved.ok ? err({ code: 'exchange.folder-left' }) : saved
        },
      },
      place,
      session.memory,
    )
    if (session.memory.folder !== place.folder) return
    if (!written.ok) session.folderProblem = written.error
    else session.ownFolderStrange = written.value.usedTwice
  }

  async #readReceived(session: ExchangeSession, unit: string): Promise<void> {
    const { files } = await filesIn(this.#deps, session.received, BY_HAND)
    const look = { ...this.#look(session, unit), byHand: true, settled: () => false }
    for (const { path } of await session.inbox.read(files, look))
      await this.#deps.fs.remove(path).catch(() => undefined)
  }

  #look(session: ExchangeSession, unit: string) {
    return {
      unit,
      now: Date.parse(this.#deps.now()),
      standingOf: (kid: string) => session.known(kid)?.standing ?? null,
    }
  }
}

function attemptOf({ journal }: ExchangeSession, batch: Batch): string {
  return `${journal.opened().head.count} ${filesOf(batch)}`
}

function filesOf({ files }: Batch): string {
  return `${files.length} ${files.at(-1)?.mark ?? ''}`
}
