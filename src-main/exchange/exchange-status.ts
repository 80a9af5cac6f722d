import { type Problem, problemOf } from '#shared/bundle/verdict.ts'
import { type AppError, messageOf } from '#shared/errors/app-error.ts'
import { restOf } from '#shared/exchange/admission.ts'
import { keyCode } from '#shared/exchange/key-code.ts'
import type { KnownStation } from '#shared/exchange/known-station.ts'
import type { ExchangeStatus, OtherPc } from '#shared/ipc/exchange-channels.ts'
import { nodeBundleCrypto } from '../bundles/crypto-suite.ts'
import { folderRef } from '../files/file-handlers.ts'
import type { FileTokens } from '../files/file-tokens.ts'
import type { ExchangeSession } from './exchange-session.ts'

export interface StatusDeps {
  readonly tokens: FileTokens
  readonly hostName: string
  isStuck(kid: string): boolean
  /** Why what a PC brought cannot be taken up; null: nothing against it. */
  problemOf(kid: string): AppError | null
}

/** 同步 as the screen shows it. */
export function statusOf(session: ExchangeSession, deps: StatusDeps): ExchangeStatus {
  const { memory, key, folderProblem, lookedAt, inbox, station } = session
  return {
    me: {
      station,
      name: session.name,
      hostName: deps.hostName.slice(0, 200),
      code: key === null ? null : keyCode(key.jwk, nodeBundleCrypto),
      problem: ownProblem(session),
    },
    folder: memory.folder === null ? null : folderRef(deps.tokens, memory.folder),
    folderProblem: folderProblem === null ? null : problemOf(folderProblem),
    lookedAt,
    askEach: memory.askEach,
    pcs: [...newcomersOf(session), ...memory.known].map((pc) => otherPc(session, pc, deps)),
    unreadable: [...(session.crowded ? [CROWDED] : []), ...inbox.problems()],
    batches: [...memory.batches],
  }
}

const CROWDED = { name: '共享文件夹', ...messageOf({ code: 'exchange.folder-crowded' }) }

function ownProblem({ keyProblem, memoryProblem, usedTwice }: ExchangeSession): Problem | null {
  if (usedTwice) return problemOf({ code: 'exchange.station-twice' })
  const problem = keyProblem ?? memoryProblem
  return problem === null ? null : problemOf(problem)
}

function newcomersOf(session: ExchangeSession): readonly KnownStation[] {
  return session.inbox
    .kids()
    .flatMap((kid) => (session.known(kid) === null ? (session.newcomer(kid) ?? []) : []))
}

/** Edits of a PC's own station in files that are proved and not held. */
function notedEdits(session: ExchangeSession, { kid, station }: KnownStation): number {
  const held = session.filesOf(kid).map(({ body }) => body.after[station] ?? 0)
  const from = Math.max(session.journal.opened().clock[station] ?? 0, ...held)
  const to = Math.max(0, ...session.inbox.notedOf(kid).map((one) => one.to))
  return Math.max(0, to - from)
}

function otherPc(session: ExchangeSession, pc: KnownStation, deps: StatusDeps): OtherPc {
  const isNew = session.known(pc.kid) === null
  const { here } = session
  const waiting = new Set<string>()
  const asking = new Set<string>()
  const carried = new Set<string>()
  const accepted = session.memory.known.filter(({ standing }) => standing === 'accepted')
  const owners = new Map(accepted.map((one) => [one.station, one.name]))
  for (const file of session.filesOf(pc.kid)) {
    // Of a new PC everything that is not its own is shown: it comes in with it.
    const rest = restOf(file, isNew ? { station: pc.station, also: [] } : pc, here)
    for (const { station, n } of [...rest.free, ...rest.ask]) waiting.add(`${station}:${n}`)
    for (const { station, n } of rest.ask) {
      asking.add(`${station}:${n}`)
      const owner = owners.get(station)
      if (owner !== undefined) carried.add(owner)
    }
  }
  const { forked, kid, station, name, lastSeq, lastAt } = pc
  const forkedName = session.memory.known.find((one) => one.station === forked?.station)?.name
  const problem: AppError | null =
    forked === null ? deps.problemOf(kid) : { code: 'exchange.forked', name: forkedName ?? name, n: forked.n }
  const replaced = session.memory.known.find((one) => one.station === station && one.kid !== kid)
  return {
    kid,
    station,
    name,
    code: keyCode(pc.jwk, nodeBundleCrypto),
    standing: isNew ? 'new' : pc.standing,
    replaces: isNew ? (replaced?.name ?? null) : null,
    lastSeq,
    lastAt,
    waiting: waiting.size + notedEdits(session, pc),
    asking: asking.size,
    carried: [...carried].toSorted(),
    stuck: waiting.size > asking.size && deps.isStuck(kid),
    problem: problem === null ? null : problemOf(problem),
  }
}
