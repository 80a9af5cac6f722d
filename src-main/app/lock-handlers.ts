import type { Handler, Handlers } from '#shared/ipc/contract.ts'
import type { lockChannels } from '#shared/ipc/lock-channels.ts'
import { ok } from '#shared/result.ts'
import type { ScreenLock } from './screen-lock.ts'

/** `prove` tells whether a secret opens the backups of the office: who may open those may open the screen. */
export function lockHandlers(
  lock: ScreenLock,
  prove: Handler<'backup:prove'>,
): Pick<Handlers, keyof typeof lockChannels> {
  return {
    'lock:status': async () => ok({ minutes: await lock.minutes() }),
    'lock:set': ({ current, passphrase, minutes }) => lock.set(current, passphrase, minutes),
    'lock:open': ({ passphrase }) => lock.open(passphrase),
    'lock:release': ({ secret }) => lock.release(() => prove({ secret })),
    'lock:remove': ({ passphrase }) => lock.remove(passphrase),
  }
}
