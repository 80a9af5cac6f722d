import { isCreditCode } from '../codes/credit-code.ts'
import { comparablePatentNumber } from '../codes/patent-number.ts'
import type { WriteOperation } from '../edits/edit.ts'
import type { Records } from '../edits/read-model.ts'
import type { Row } from '../records/dictionary.ts'
import { type FirmIdentity, FirmTwins, firmIdentity, TWIN_WORDS } from '../tabular/firm-twins.ts'

/** Two records that may be one (疑似重复). */
export interface Duplicate {
  readonly type: 'enterprise' | 'patent'
  /** The earlier record first. */
  readonly ids: readonly [string, string]
  /** What they have in common. */
  readonly words: string
  /** 不是同一家 may be said: two firms never share a code, two patents never an 申请号; there a number is wrong. */
  readonly mayDiffer: boolean
}

export function duplicateKey({ type, ids }: Duplicate): string {
  return `duplicate ${type} ${ids.join(' ')}`
}

/** Every pair once, firms before patents; the one rule for 待核对, the register and an import. */
export function duplicatesOf(records: Records): readonly Duplicate[] {
  return [...firmDuplicates(records), ...patentDuplicates(records)]
}

type Firms = readonly Row<'enterprise'>[]

/** The register looked through last: most edits of firms change nothing that tells one from another. */
let lookedThrough: { firms: Firms; readonly found: readonly Duplicate[] } | null = null

function isAsBefore(firms: Firms, before: Firms): boolean {
  return (
    firms.length === before.length &&
    firms.every((firm, at) => firm === before[at] || isAlike(firm, before[at]))
  )
}

const TELLING = ['id', 'name', 'code', 'phone', 'formerNames', 'distinct'] as const

function isAlike(firm: Row<'enterprise'>, before: Row<'enterprise'> | undefined): boolean {
  return before !== undefined && TELLING.every((name) => firm[name] === before[name])
}

function firmDuplicates(records: Records): readonly Duplicate[] {
  const firms = records.of('enterprise')
  if (lookedThrough !== null && isAsBefore(firms, lookedThrough.firms)) {
    lookedThrough.firms = firms
    return lookedThrough.found
  }
  const twins = new FirmTwins<Row<'enterprise'>>()
  const found = firms.flatMap((firm): Duplicate[] => {
    const identity = identityOf(firm)
    const match = twins.find(identity, (other) => saidDistinct(firm, other))
    twins.add(firm, identity)
    if (match === null) return []
    const { twin, kind } = match
    return [
      { type: 'enterprise', ids: [twin.id, firm.id], words: TWIN_WORDS[kind], mayDiffer: kind !== 'code' },
    ]
  })
  lookedThrough = { firms, found }
  return found
}

const identities = new WeakMap<Row<'enterprise'>, FirmIdentity>()

function identityOf(firm: Row<'enterprise'>): FirmIdentity {
  const known = identities.get(firm)
  if (known !== undefined) return known
  const { code, name, phone } = firm
  const identity = firmIdentity({
    code: code !== undefined && isCreditCode(code) ? code : null,
    name: name ?? null,
    formerNames: Object.values(firm.formerNames ?? {}).map((former) => former.name),
    phone: phone ?? null,
  })
  identities.set(firm, identity)
  return identity
}

function saidDistinct(one: Row<'enterprise'>, other: Row<'enterprise'>): boolean {
  if (one.code !== undefined && one.code === other.code && isCreditCode(one.code)) return false
  const says = (firm: Row<'enterprise'>, id: string) =>
    Object.values(firm.distinct ?? {}).some(({ enterprise }) => enterprise === id)
  return says(one, other.id) || says(other, one.id)
}

const patentPairs = new WeakMap<readonly Row<'patent'>[], readonly Duplicate[]>()

function patentDuplicates(records: Records): readonly Duplicate[] {
  const patents = records.of('patent')
  const known = patentPairs.get(patents)
  if (known !== undefined) return known
  const first = new Map<string, string>()
  const found = patents.flatMap(({ id, applicationNo }): Duplicate[] => {
    const number = comparablePatentNumber(applicationNo ?? '')
    const earlier = first.get(number)
    if (number === '') return []
    if (earlier === undefined) first.set(number, id)
    return earlier === undefined
      ? []
      : [{ type: 'patent', ids: [earlier, id], words: '申请号相同', mayDiffer: false }]
  })
  patentPairs.set(patents, found)
  return found
}

/** 不是同一家, remembered on the firm with the smaller id, so that two PCs saying so write the same. */
export function distinctOperation([a, b]: Duplicate['ids']): WriteOperation {
  const [id, other] = a < b ? [a, b] : [b, a]
  return { record: 'enterprise', id, set: { [`distinct/${other}`]: { enterprise: other } } }
}
