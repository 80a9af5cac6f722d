import { contract, type Handlers } from '#shared/ipc/contract.ts'

/** Joins the areas' handlers. A channel with no handler or with two is a bug and stops the program at once. */
export function mergeHandlers(areas: readonly Partial<Handlers>[]): Handlers {
  const merged: Record<string, unknown> = {}
  for (const area of areas) {
    for (const [channel, handler] of Object.entries(area)) {
      if (channel in merged) throw new Error(`Two handlers for ${channel}`)
      if (!(channel in contract)) throw new Error(`Handler for ${channel}, which the contract does not name`)
      merged[channel] = handler
    }
  }
  for (const channel of Object.keys(contract)) {
    if (!(channel in merged)) throw new Error(`No handler for ${channel}`)
  }
  // The loops above have checked exactly what the type says.
  return merged as unknown as Handlers
}
