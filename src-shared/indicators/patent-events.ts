import type { Row } from '../records/dictionary.ts'
import { lastDay, placementOf } from './date-range.ts'
import { notAFirm, oversize } from './firm-kind.ts'
import type { Contribution, Measure } from './indicator.ts'
import {
  contribution,
  counted,
  excluded,
  measureOf,
  pending,
  unknownMeasure,
  type Verdict,
} from './measure.ts'
import { type FirmOwner, isOwnWork, type RegisteredPatent } from './patent-register.ts'
import { rangeOf, type Span, spanName } from './report-period.ts'
import type { Scope } from './scope.ts'

/** A dated event of a patent: its grant or its filing. */
export interface PatentEvent {
  /** 公告日 or 申请日, as reasons name it. */
  readonly dateName: string
  /** Why the event cannot count whatever its date, or null. */
  obstacle(patent: Row<'patent'>): Verdict | null
  date(patent: Row<'patent'>): string | undefined
}

/** Distinct application numbers of 发明 with the event in the period and a firm of ours behind it (B1, B6). */
export function patentEvents(scope: Scope, span: Span, event: PatentEvent): Measure {
  const contributions = scope.patents.flatMap((entry) => [
    contribution(
      'patent',
      entry.patent.id,
      patentLabel(entry.patent),
      patentVerdict(entry, scope, span, event),
    ),
    ...entry.duplicates.map(duplicateContribution),
  ])
  const needsList = scope.rules.grantScope === 'list' && scope.list.entries.length === 0
  return needsList || scope.patents.length === 0 ? unknownMeasure() : measureOf(contributions)
}

function duplicateContribution(patent: Row<'patent'>): Contribution {
  return contribution('patent', patent.id, patentLabel(patent), excluded('同一申请号重复登记，只计一件'))
}

function patentLabel(patent: Row<'patent'>): string {
  return [patent.title, patent.applicationNo].filter((part) => part !== undefined).join(' ') || '未填专利'
}

function patentVerdict(entry: RegisteredPatent, scope: Scope, span: Span, event: PatentEvent): Verdict {
  const { patent, kind, number } = entry
  if (kind !== null && kind !== '发明') return excluded(`${kind}，不计入`)
  const obstacle = event.obstacle(patent)
  if (obstacle !== null && obstacle.gap === null) return obstacle
  const on = event.date(patent)
  const owners = ownerVerdict(entry.owners, scope, on, event)
  if (!owners.counts) return owners
  if (obstacle !== null) return obstacle
  if (number === null) return pending('missing', '缺申请号，无法核对是否重复')
  if (kind === null) return pending('verify', '专利类型不明，待核实')
  if (on === undefined) return pending('undated', `缺${event.dateName}`)
  return dateVerdict(on, scope, span, event, owners.reason)
}

function dateVerdict(on: string, scope: Scope, span: Span, event: PatentEvent, remark: string): Verdict {
  const name = spanName(scope.period, span)
  const placement = placementOf(on, rangeOf(scope.period, span))
  if (placement === 'inside') return counted(`${event.dateName} ${on} 在${name}${remark}`)
  if (placement === 'unknown')
    return pending('verify', `${event.dateName} ${on} 不够具体，无法判断是否在${name}`)
  return excluded(`${event.dateName} ${on} 不在${name}`)
}

/** One owner that qualifies is enough; otherwise the first owner's reason is given. */
function ownerVerdict(
  owners: readonly FirmOwner[],
  scope: Scope,
  on: string | undefined,
  event: PatentEvent,
): Verdict {
  const verdicts = owners.map((owner) => oneOwner(owner, scope, on, event))
  return (
    verdicts.find((verdict) => verdict.counts) ?? verdicts[0] ?? excluded('专利权人中没有名录内企业，不计入')
  )
}

function oneOwner(owner: FirmOwner, scope: Scope, on: string | undefined, event: PatentEvent): Verdict {
  const { firm, acquisition } = owner
  if (!isOwnWork(acquisition, scope.rules)) return excluded(`${acquisition}，不计入`)
  const notSme = notAFirm(firm, scope.rules) ?? oversize(firm, scope.rules)
  if (notSme !== null) return excluded(notSme)
  const remark = acquisition === undefined ? '（取得方式未填，按原始取得）' : ''
  if (scope.rules.grantScope === 'register') return counted(remark)
  const entry = scope.list.listed.get(firm.id)
  if (entry === undefined) return excluded(`企业不在 ${scope.period.year} 年名单，不计入（名单口径）`)
  const { exitedOn } = entry.participation
  if (exitedOn !== undefined && on !== undefined && on > lastDay(exitedOn)) {
    return excluded(`${event.dateName} ${on} 在退出名单之后，不计入`)
  }
  return counted(remark)
}
