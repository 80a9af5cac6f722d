import type { FieldValue, WriteOperation } from '../edits/edit.ts'

/** List of the firm that holds every purge made of it: it stays when the values are gone. */
export const PURGES = 'purges'

/** Who asked for a purge and why, as it is kept. */
export interface PurgeReason {
  /** 申请人: who asked. */
  readonly asker: string
  readonly reason: string
}

/**
 * The edit that empties the fields and says so, before the values are taken out of the journal. `key` is new, so that
 * two purges never collide; `names` are the fields in words.
 */
export function purgeOperation(
  id: string,
  registers: readonly string[],
  {
    key,
    names,
    on,
    asker,
    reason,
  }: PurgeReason & { readonly key: string; readonly names: string; readonly on: string },
): WriteOperation {
  const emptied: Record<string, FieldValue> = Object.fromEntries(registers.map((name) => [name, null]))
  const element = { name: names, registers: registers.join(' '), on, asker, reason }
  return { record: 'enterprise', id, set: { ...emptied, [`${PURGES}/${key}`]: element } }
}

/** The registers a written purge names; none when the write is something else. */
export function purgedRegisters(register: string, value: FieldValue): readonly string[] {
  if (!register.startsWith(`${PURGES}/`) || typeof value !== 'object' || value === null) return []
  return String(value.registers ?? '').split(' ')
}
