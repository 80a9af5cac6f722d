import type { Records } from '../../edits/read-model.ts'
import { comparableName } from '../firm-names.ts'

export type FirmMatch = { readonly id: string } | 'unknown' | 'ambiguous'

/** Firms by code and by every name they carry or carried; firms created during the import join it. */
export class FirmIndex {
  readonly #byCode = new Map<string, string>()
  readonly #byName = new Map<string, Set<string>>()
  readonly #codeOf = new Map<string, string>()

  constructor(records: Records) {
    for (const firm of records.of('enterprise')) {
      const former = Object.values(firm.formerNames ?? {}).map((each) => each.name)
      this.add(firm.id, firm.code ?? null, firm.name === undefined ? former : [firm.name, ...former])
    }
  }

  add(id: string, code: string | null, names: readonly string[]): void {
    if (code !== null) {
      if (!this.#byCode.has(code)) this.#byCode.set(code, id)
      this.#codeOf.set(id, code)
    }
    for (const name of names) {
      const key = comparableName(name)
      this.#byName.set(key, (this.#byName.get(key) ?? new Set()).add(id))
    }
  }

  /** By code first. A name alone never joins a code to a firm that has another one. */
  match(code: string | null, name: string | null): FirmMatch {
    const byCode = code === null ? undefined : this.#byCode.get(code)
    if (byCode !== undefined) return { id: byCode }
    if (name === null) return 'unknown'
    const named = [...(this.#byName.get(comparableName(name)) ?? [])]
    const possible = code === null ? named : named.filter((id) => !this.#codeOf.has(id))
    const [only] = possible
    if (only === undefined) return 'unknown'
    return possible.length === 1 ? { id: only } : 'ambiguous'
  }
}
