import { type PatentKind, parsePatentNumber } from '../codes/patent-number.ts'
import type { Records } from '../edits/read-model.ts'
import type { CountingRules } from '../pack/counting-rules.ts'
import type { Row } from '../records/dictionary.ts'
import type { PatentOwner } from '../records/patent.ts'

/** An owner that is a firm of ours. */
export interface FirmOwner {
  readonly firm: Row<'enterprise'>
  readonly acquisition: PatentOwner['acquisition']
}

/** All records of one application number; the first one with a 授权公告日 stands for it. */
export interface RegisteredPatent {
  readonly patent: Row<'patent'>
  readonly duplicates: readonly Row<'patent'>[]
  /** Null when the application number is missing. */
  readonly number: string | null
  readonly kind: PatentKind | null
  readonly owners: readonly FirmOwner[]
}

interface NumberedPatent {
  readonly patent: Row<'patent'>
  readonly number: string | null
  readonly kind: PatentKind | null
}

/** 发明专利台账 by application number, each number once. */
export function patentRegister(records: Records): readonly RegisteredPatent[] {
  const groups = new Map<string, NumberedPatent[]>()
  for (const patent of records.of('patent')) {
    const numbered = numberedPatent(patent)
    const key = numbered.number ?? `id ${patent.id}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [numbered])
    else group.push(numbered)
  }
  return [...groups.values()].map((group) => registered(records, group))
}

function registered(records: Records, group: readonly NumberedPatent[]): RegisteredPatent {
  const main = group.find(({ patent }) => patent.grantedOn !== undefined) ?? group[0]
  if (main === undefined) throw new Error('a group of patents is never empty')
  return {
    ...main,
    duplicates: group.filter((other) => other !== main).map(({ patent }) => patent),
    owners: group.flatMap(({ patent }) => firmOwners(records, patent)),
  }
}

/** The type digit of the number decides (ZC 0006); the typed 专利类型 only when the number cannot be trusted. */
function numberedPatent(patent: Row<'patent'>): NumberedPatent {
  const typed = patent.applicationNo
  if (typed === undefined) return { patent, number: null, kind: patent.kind ?? null }
  const parsed = parsePatentNumber(typed)
  if (parsed?.form !== 'application') return { patent, number: typed, kind: patent.kind ?? null }
  const kind = parsed.checkDigit === 'wrong' ? (patent.kind ?? parsed.kind) : parsed.kind
  return { patent, number: parsed.number, kind }
}

function firmOwners(records: Records, patent: Row<'patent'>): readonly FirmOwner[] {
  return Object.values(patent.owners ?? {})
    .toSorted((a, b) => a.order - b.order)
    .flatMap((owner) => {
      const firm = owner.enterprise === undefined ? undefined : records.get('enterprise', owner.enterprise)
      return firm === undefined ? [] : [{ firm, acquisition: owner.acquisition }]
    })
}

/** 取得方式 that counts: 受让 and 承继 do not, unless the pack says so; an unfilled one is taken as 原始. */
export function isOwnWork(acquisition: PatentOwner['acquisition'], rules: CountingRules): boolean {
  return rules.acquisition === 'any' || (acquisition !== '受让' && acquisition !== '承继')
}

const GRANTED_STATES: readonly Row<'patent'>['status'][] = ['授权', '终止', '放弃', '部分无效']

/** Granted by its state or number, whether or not the 授权公告日 is known. 授权通知 is not yet a grant. */
export function isGranted(patent: Row<'patent'>): boolean {
  return (
    patent.grantedOn !== undefined || patent.grantNo !== undefined || GRANTED_STATES.includes(patent.status)
  )
}

/** 全部无效: deemed never to have existed (专利法 47条). */
export function isVoidFromStart(patent: Row<'patent'>): boolean {
  return patent.status === '全部无效'
}
