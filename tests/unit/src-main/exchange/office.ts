import { randomUUID } from 'node:crypto'
import { dirname } from 'node:path'
import { createExchange, type Exchange } from '#main/exchange/exchange-handlers.ts'
import { signExchange } from '#main/exchange/sign-exchange.ts'
import { FileTokens } from '#main/files/file-tokens.ts'
import type { Journal } from '#main/journal/journal.ts'
import { StationKeys } from '#main/stations/station-key.ts'
import type { Clock, Operation } from '#shared/edits/edit.ts'
import type { TravellingEdit } from '#shared/exchange/exchange-body.ts'
import type { Reply, Request } from '#shared/ipc/contract.ts'
import type { BatchToken, ExchangeStatus, OtherPc } from '#shared/ipc/exchange-channels.ts'
import { FaultyFileSystem } from '#tests/support/faulty-file-system.ts'
import { commit, Pc, value } from '../journal/journal-fixture.ts'
import { UNIT } from './exchange-fixture.ts'

export const SHARE = '/share'

/** The disks of an office: one file system, a folder per PC and a share all of them reach. */
export class Office {
  readonly fs = new FaultyFileSystem(SHARE, '/stick')
  /** Milliseconds; every look at the clock is a second later. */
  now = Date.parse('2021-03-05T08:00:00.000Z')
  /** True: the share is switched off. */
  shareAway = false
  /** Folders that never answer, and folders that answer with an error. */
  readonly hanging = new Set<string>()
  readonly broken = new Map<string, string>()

  names = async (folder: string): Promise<string[]> => {
    if (this.shareAway && folder.startsWith(SHARE))
      throw Object.assign(new Error('ENODEV'), { code: 'ENODEV' })
    if (this.hanging.has(folder)) await new Promise(() => {})
    const code = this.broken.get(folder)
    if (code !== undefined) throw Object.assign(new Error(code), { code })
    if (!(await this.fs.exists(folder))) throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' })
    return [...this.fs.files.keys(), ...this.fs.folders]
      .filter((path) => dirname(path) === folder)
      .map((path) => path.slice(folder.length + 1))
  }

  async pc(name: string): Promise<OfficePc> {
    for (const folder of [`/${name}`, `/${name}/data`]) this.fs.medium.putFolder(folder)
    const pc = new OfficePc(this, name)
    await pc.restart()
    return pc
  }

  /** Paths of the exchange files in a folder and below. */
  filesIn(folder: string): string[] {
    return [...this.fs.files.keys()].filter((path) => path.startsWith(`${folder}/`)).toSorted()
  }
}

/** One PC: journal, profile and the handlers of 同步, as the window calls them. */
export class OfficePc {
  readonly office: Office
  readonly name: string
  readonly disk = new Pc()
  readonly tokens = new FileTokens((length) => crypto.getRandomValues(new Uint8Array(length)))
  journal: Journal | null = null
  exchange: Exchange

  constructor(office: Office, name: string) {
    this.office = office
    this.name = name
    this.disk.folder = `/${name}/data`
    this.exchange = this.#made()
  }

  /** Ends the program and starts it again: memory is lost, files stay. */
  async restart(): Promise<void> {
    this.journal = await this.disk.opened()
    this.exchange = this.#made()
  }

  get handlers(): Exchange['handlers'] {
    return this.exchange.handlers
  }

  get open(): Journal {
    if (this.journal === null) throw new Error('no journal')
    return this.journal
  }

  get station(): string {
    return this.open.opened().station
  }

  async write(ops?: readonly Operation[]): Promise<void> {
    value(await commit(this.open, ops))
  }

  async status(): Promise<ExchangeStatus> {
    return value(await this.handlers['exchange:status']({ unit: UNIT }))
  }

  async sync(): Promise<ExchangeStatus> {
    return value(await this.handlers['exchange:sync']({ unit: UNIT }))
  }

  async share(folder: string | null = SHARE): Promise<void> {
    const token = folder === null ? null : this.tokens.issue({ kind: 'folder', path: folder })
    value(await this.handlers['exchange:choose-folder']({ unit: UNIT, token }))
  }

  /** Takes up everything that comes by itself, as the window does; how many edits that were. */
  async takeAll(): Promise<number> {
    let taken = 0
    for (;;) {
      const next = value(await this.handlers['exchange:next']({ unit: UNIT }))
      if (next === null) return taken
      taken += (await this.take(next.batch)).edits.length
    }
  }

  async take(batch: BatchToken) {
    return value(await this.handlers['exchange:take-up']({ batch }))
  }

  /** The other PC as this one lists it. */
  async sees(other: OfficePc): Promise<OtherPc | undefined> {
    return (await this.status()).pcs.find(({ station }) => station === other.station)
  }

  /** Puts a file signed by this PC's own key into its folder of the share, of edits it need not have made. */
  async forge(edits: readonly TravellingEdit[], before: Clock, seq = 50): Promise<string> {
    const keys = new StationKeys(this.office.fs, `/${this.name}/stations`)
    const key = value(await keys.load(this.disk.folder, this.station))
    if (key === null) throw new Error(`${this.name} has no key`)
    const after: Record<string, number> = { ...before }
    for (const { edit } of edits) after[edit.id.station] = edit.id.n
    const now = new Date(this.office.now).toISOString()
    const writer = { unit: UNIT, name: this.name, key, knows: after, now }
    const chain = { seq, previous: 'a'.repeat(64) }
    const file = value(await signExchange(writer, chain, { before, after, edits }))
    const path = `${SHARE}/${UNIT}_exchange/${this.station}/${file.name}`
    this.office.fs.files.set(path, file.bytes)
    return path
  }

  async judge(other: OfficePc, standing: Request<'exchange:judge'>['standing'] = 'accepted'): Promise<void> {
    const pc = await this.sees(other)
    if (pc === undefined) throw new Error(`${other.name} was never seen`)
    value(await this.handlers['exchange:judge']({ unit: UNIT, kid: pc.kid, standing }))
  }

  /** Looks at what another PC brought and merges it, as the dialog does; how many edits that were. */
  async look(other: OfficePc): Promise<number> {
    const pc = await this.sees(other)
    if (pc === undefined) throw new Error(`${other.name} was never seen`)
    const { batch } = value(await this.handlers['exchange:preview']({ unit: UNIT, kid: pc.kid }))
    value(await this.handlers['exchange:judge']({ unit: UNIT, kid: pc.kid, standing: 'accepted' }))
    return (await this.take(batch)).edits.length
  }

  async round(): Promise<number> {
    await this.sync()
    return this.takeAll()
  }

  export(folder = '/stick', all = false): Promise<Reply<'exchange:export'>> {
    const token = this.tokens.issue({ kind: 'folder', path: folder })
    return this.handlers['exchange:export']({ unit: UNIT, token, all })
  }

  async import(...paths: readonly string[]) {
    const tokens = paths.map((path) => this.tokens.issue({ kind: 'file', path }))
    return value(await this.handlers['exchange:import']({ unit: UNIT, tokens }))
  }

  #made(): Exchange {
    const { office, name, tokens } = this
    return createExchange({
      fs: office.fs,
      names: office.names,
      patience: 50,
      tokens,
      stations: `/${name}/stations`,
      hostName: name,
      dataFolder: () => this.disk.folder,
      journal: () => this.journal,
      now: () => {
        office.now += 1000
        return new Date(office.now).toISOString()
      },
      newId: randomUUID,
      forgetStation: async () => {
        this.disk.marker.marker = null
      },
    })
  }
}

/** Every PC of an office shares the folder and knows the others. */
export async function connected(...pcs: readonly OfficePc[]): Promise<void> {
  for (const pc of pcs) {
    await pc.share()
    await pc.write()
  }
  for (const pc of pcs) await pc.sync()
  for (const pc of pcs) {
    await pc.sync()
    for (const other of pcs) if (other !== pc) await pc.judge(other)
  }
  for (const pc of pcs) await pc.round()
}
