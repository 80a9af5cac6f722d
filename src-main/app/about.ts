import type { Handlers } from '#shared/ipc/contract.ts'
import { ok } from '#shared/result.ts'

/** The stand-in marks its version, e.g. `45.4.1-stand-in`, so that it is never taken for Electron. */
export function runtimeOf(electronVersion: string | undefined): 'electron' | 'stand-in' {
  return electronVersion !== undefined && /^\d+(\.\d+)*$/.test(electronVersion) ? 'electron' : 'stand-in'
}

export function aboutHandlers(version: string): Pick<Handlers, 'system:about'> {
  const runtime = runtimeOf(process.versions.electron)
  return { 'system:about': async () => ok({ version, runtime, platform: process.platform }) }
}
