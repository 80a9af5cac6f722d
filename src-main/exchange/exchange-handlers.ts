import { problemOf } from '#shared/bundle/verdict.ts'
import { EXCHANGE_LIMITS } from '#shared/exchange/exchange-body.ts'
import type { Handlers } from '#shared/ipc/contract.ts'
import type { exchangeChannels } from '#shared/ipc/exchange-channels.ts'
import { err, ok } from '#shared/result.ts'
import { folderRef } from '../files/file-handlers.ts'
import type { FileTokens } from '../files/file-tokens.ts'
import { readToken } from '../files/read-file.ts'
import { type DeskDeps, ExchangeDesk } from './exchange-desk.ts'
import type { ExchangeSession } from './exchange-session.ts'
import { statusOf } from './exchange-status.ts'

export interface ExchangeHandlerDeps extends DeskDeps {
  readonly tokens: FileTokens
  /** Makes the next opening of the data folder's journal begin a new station. */
  forgetStation(): Promise<void>
}

export interface Exchange {
  readonly handlers: Pick<Handlers, keyof typeof exchangeChannels>
  /** The last changes go to the shared folder before the program ends. */
  atClose(): Promise<void>
}

/** 同步 between the PCs of a unit. */
export function createExchange(deps: ExchangeHandlerDeps): Exchange {
  const { tokens, fs } = deps
  const desk = new ExchangeDesk(deps)
  const status = (session: ExchangeSession) =>
    ok(
      statusOf(session, {
        ...deps,
        isStuck: (kid) => desk.isStuck(session, kid),
        problemOf: (kid) => desk.problemOf(session, kid),
      }),
    )
  const handlers: Exchange['handlers'] = {
    'exchange:status': () =>
      desk.atOnce(async (session) => {
        await session.needKey()
        return status(session)
      }),
    'exchange:sync': ({ unit }) =>
      desk.inTurn(async (session) => {
        await desk.sync(session, unit)
        return status(session)
      }),
    'exchange:next': () => desk.atOnce(async (session) => desk.next(session)),
    'exchange:preview': ({ kid }) => desk.atOnce(async (session) => desk.preview(session, kid)),
    'exchange:take-up': ({ batch }) => desk.atOnce((session) => desk.takeUp(session, batch)),
    'exchange:note': ({ batch, conflicts }) =>
      desk.atOnce(async (session) => {
        const batches = session.memory.batches.map((one) =>
          one.batch === batch ? { ...one, conflicts } : one,
        )
        const saved = await session.remember({ batches })
        return saved.ok ? ok(null) : saved
      }),
    'exchange:judge': ({ kid, standing }) => desk.atOnce((session) => desk.judge(session, kid, standing)),
    // At once: who leaves a share that hangs must not wait for it.
    'exchange:choose-folder': ({ token }) =>
      desk.atOnce(async (session) => {
        const target = token === null ? null : tokens.resolve(token)
        if (token !== null && target?.kind !== 'folder') return err({ code: 'file.token-unknown' })
        return desk.chooseFolder(session, target?.kind === 'folder' ? target.path : null)
      }),
    'exchange:settings': ({ name, askEach }) =>
      desk.atOnce(async (session) => {
        const saved = await session.remember({
          ...(name === undefined ? {} : { name }),
          ...(askEach === undefined ? {} : { askEach }),
        })
        return saved.ok ? ok(null) : saved
      }),
    'exchange:export': ({ unit, token, all }) =>
      desk.inTurn(async (session) => {
        const target = tokens.resolve(token)
        if (target?.kind !== 'folder') return err({ code: 'file.token-unknown' })
        const written = await desk.exportTo(session, unit, target.path, all)
        return written.ok ? ok({ ...written.value, folder: folderRef(tokens, target.path) }) : written
      }),
    'exchange:import': ({ unit, tokens: given }) =>
      desk.inTurn(async (session) => {
        const told: { name: string; problem: ReturnType<typeof problemOf> | null }[] = []
        for (const token of given) {
          const file = await readToken(fs, tokens, token, EXCHANGE_LIMITS.megabytes)
          const problem = file.ok ? await desk.receive(session, unit, file.value) : file.error
          told.push({
            name: file.ok ? file.value.name : '所选文件',
            problem: problem === null ? null : problemOf(problem),
          })
        }
        return ok(told)
      }),
    'exchange:renew-key': () =>
      desk.inTurn(async (session) => {
        const made = await session.renewKey()
        return made.ok ? ok(null) : made
      }),
    'exchange:renew-station': () =>
      desk.inTurn(async () => {
        await deps.forgetStation()
        return ok(null)
      }),
  }
  return { handlers, atClose: () => desk.atClose() }
}
