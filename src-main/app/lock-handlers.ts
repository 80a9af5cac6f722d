import type { Handlers } from '#shared/ipc/contract.ts'
import { ok } from '#shared/result.ts'
import type { ScreenLock } from './screen-lock.ts'

type LockHandlers = Pick<Handlers, 'lock:status' | 'lock:set' | 'lock:open' | 'lock:remove'>

export function lockHandlers(lock: ScreenLock): LockHandlers {
  return {
    'lock:status': async () => ok({ minutes: await lock.minutes() }),
    'lock:set': ({ current, passphrase, minutes }) => lock.set(current, passphrase, minutes),
    'lock:open': ({ passphrase }) => lock.open(passphrase),
    'lock:remove': ({ passphrase }) => lock.remove(passphrase),
  }
}
