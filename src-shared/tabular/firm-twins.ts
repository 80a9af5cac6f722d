import { comparableName, coreName } from './firm-names.ts'

/** What tells one firm from another, as it is compared. */
export interface FirmIdentity {
  /** A valid 统一社会信用代码; null when there is none. */
  readonly code: string | null
  readonly name: string | null
  readonly formerNames: readonly string[]
  /** Without 省市县 and the company form; null where it is not compared. */
  readonly core: string | null
  readonly phone: string | null
}

/** Why two firms may be one: what a sheet says of two rows, 待核对 of two records. */
export type TwinKind = 'code' | 'name-other-code' | 'name' | 'former-name' | 'short-name' | 'phone'

export interface Twin<T> {
  readonly twin: T
  readonly kind: TwinKind
}

export const TWIN_WORDS: { readonly [K in TwinKind]: string } = {
  code: '代码相同',
  'name-other-code': '名称相同但代码不同',
  name: '名称相同',
  'former-name': '名称与曾用名相同',
  'short-name': '名称相近，疑似简称',
  phone: '没有代码且电话相同',
}

/** Short names and phones only tell something where one of the two has no code. */
export function firmIdentity(firm: {
  readonly code: string | null
  readonly name: string | null
  readonly formerNames: readonly string[]
  readonly phone: string | null
}): FirmIdentity {
  const { code, name, phone } = firm
  return {
    code,
    name: name === null ? null : comparableName(name),
    formerNames: firm.formerNames.map(comparableName),
    core: name === null ? null : coreName(name),
    phone,
  }
}

interface Entry<T> {
  readonly of: T
  readonly identity: FirmIdentity
}

/**
 * 疑似重复 of firms, the one rule of import and register: by code, then by name, by short name and by phone. Equal
 * names with different codes are for a person to decide, never merged.
 */
export class FirmTwins<T> {
  readonly #byCode = new Map<string, Entry<T>[]>()
  readonly #byName = new Map<string, Entry<T>[]>()
  readonly #byFormerName = new Map<string, Entry<T>[]>()
  readonly #byCore = new Map<string, Entry<T>[]>()
  readonly #byPhone = new Map<string, Entry<T>[]>()

  /** The first firm added that this one may be; `isOther` leaves out those known not to be. */
  find(identity: FirmIdentity, isOther: (candidate: T) => boolean = () => false): Twin<T> | null {
    for (const { kind, among } of this.#candidates(identity)) {
      const found = among.find(({ of }) => !isOther(of))
      if (found !== undefined) return { twin: found.of, kind }
    }
    return null
  }

  add(of: T, identity: FirmIdentity): void {
    const entry = { of, identity }
    const { code, name, core, phone } = identity
    if (code !== null) append(this.#byCode, code, entry)
    if (name !== null) append(this.#byName, name, entry)
    for (const former of identity.formerNames) append(this.#byFormerName, former, entry)
    if (core !== null) append(this.#byCore, core, entry)
    if (phone !== null) append(this.#byPhone, phone, entry)
  }

  *#candidates(identity: FirmIdentity): Generator<{ readonly kind: TwinKind; readonly among: Entry<T>[] }> {
    const { code, name, core, phone } = identity
    if (code !== null) yield { kind: 'code', among: this.#byCode.get(code) ?? [] }
    if (name === null) return
    const named = this.#byName.get(name) ?? []
    yield { kind: 'name-other-code', among: named.filter((other) => hasOtherCode(identity, other.identity)) }
    yield { kind: 'name', among: named }
    const formerly = [
      ...(this.#byFormerName.get(name) ?? []),
      ...identity.formerNames.flatMap((former) => this.#byName.get(former) ?? []),
    ]
    yield {
      kind: 'former-name',
      among: formerly.filter((other) => !hasOtherCode(identity, other.identity)),
    }
    const oneLacksCode = (other: Entry<T>) => code === null || other.identity.code === null
    if (core !== null)
      yield { kind: 'short-name', among: (this.#byCore.get(core) ?? []).filter(oneLacksCode) }
    if (phone !== null) yield { kind: 'phone', among: (this.#byPhone.get(phone) ?? []).filter(oneLacksCode) }
  }
}

function hasOtherCode(one: FirmIdentity, other: FirmIdentity): boolean {
  return one.code !== null && other.code !== null && one.code !== other.code
}

function append<T>(index: Map<string, Entry<T>[]>, key: string, entry: Entry<T>): void {
  const list = index.get(key)
  if (list === undefined) index.set(key, [entry])
  else list.push(entry)
}
