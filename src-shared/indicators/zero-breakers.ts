import type { Row } from '../records/dictionary.ts'
import { lastDay, placementOf } from './date-range.ts'
import type { FirmGrant } from './firm-grants.ts'
import { oversize } from './firm-kind.ts'
import type { Measure } from './indicator.ts'
import {
  contribution,
  counted,
  excluded,
  measureOf,
  pending,
  unknownMeasure,
  type Verdict,
} from './measure.ts'
import { rangeOf, type Span, spanName } from './report-period.ts'
import type { Scope } from './scope.ts'
import { ruled } from './year-verdict.ts'

/** 实现破零企业: SMEs of the list whose first invention ever was granted in the period (B2, B3, J2). */
export function zeroBreakers(scope: Scope, span: Span): Measure {
  const contributions = scope.list.entries.map(({ participation, firm, verdict }) => {
    const judged =
      firm === null || !verdict.counts
        ? verdict
        : ruled(participation, scope, span, (of) => zeroVerdict(participation, firm, scope, of))
    return contribution('participation', participation.id, firm?.name ?? '未知企业', judged)
  })
  const unknown = scope.list.entries.length === 0 || scope.patents.length === 0
  return unknown ? unknownMeasure() : measureOf(contributions)
}

function zeroVerdict(
  participation: Row<'participation'>,
  firm: Row<'enterprise'>,
  scope: Scope,
  span: Span,
): Verdict {
  const large = oversize(firm, scope.rules)
  if (large !== null) return excluded(`${large}，不计破零`)
  const earlier = knownPriorGrants(participation, scope)
  if (earlier !== null) return excluded(earlier)
  const grants = relevantGrants(scope.grants.get(firm.id) ?? [], participation, scope)
  const first = grants.find((grant) => grant.on !== null)
  if (first?.on !== undefined && first.on !== null) {
    return firstGrantVerdict(first.on, participation, scope, span)
  }
  return grants.length === 0 ? excluded('尚无发明专利授权') : pending('undated', '有授权专利缺授权公告日')
}

/** 曾有, or a baseline above 0, blocks 破零 (J2); under `valid_now` only what was in force at listing does. */
function knownPriorGrants(participation: Row<'participation'>, scope: Scope): string | null {
  const { priorGrants, priorGrantCount = 0, validPatents } = participation
  if (priorGrants !== '曾有' && priorGrantCount === 0) return null
  if (scope.rules.zeroBasis === 'valid_now' && validPatents === 0) return null
  const count = priorGrantCount > 0 ? `（${priorGrantCount} 件）` : ''
  return `列入前已有发明专利授权${count}，不计破零`
}

function relevantGrants(
  grants: readonly FirmGrant[],
  participation: Row<'participation'>,
  scope: Scope,
): readonly FirmGrant[] {
  if (scope.rules.zeroBasis === 'ever') return grants
  return grants.filter((grant) => grant.on === null || grant.on >= String(participation.year))
}

function firstGrantVerdict(
  on: string,
  participation: Row<'participation'>,
  scope: Scope,
  span: Span,
): Verdict {
  if (Number(on.slice(0, 4)) < scope.period.year)
    return excluded(`${on} 已有发明专利授权，早于本年，不计破零`)
  const name = spanName(scope.period, span)
  const placement = placementOf(on, rangeOf(scope.period, span))
  if (placement === 'before') return excluded(`首件授权公告日 ${on} 在以前季度`)
  if (placement === 'after') return excluded(`首件授权公告日 ${on} 在截止日之后`)
  if (placement === 'unknown')
    return pending('verify', `首件授权公告日 ${on} 不够具体，无法判断是否在${name}，列待核实`)
  const { exitedOn } = participation
  if (exitedOn !== undefined && on > lastDay(exitedOn)) return excluded(`首件授权公告日 ${on} 在退出名单之后`)
  return historyVerdict(on, name, participation, scope)
}

function historyVerdict(
  on: string,
  name: string,
  participation: Row<'participation'>,
  scope: Scope,
): Verdict {
  const { priorGrants = '未查', validPatents = 0, listedOn } = participation
  if (priorGrants === '未查') return pending('verify', '列入前授权情况未查，列待核实')
  if (priorGrants === '从未' && validPatents > 0 && scope.rules.zeroBasis === 'ever') {
    return pending('verify', `参与前有效发明专利 ${validPatents} 件，与列入前“从未”授权不符，列待核实`)
  }
  const early = listedOn !== undefined && on < listedOn ? '，同年列入名单' : ''
  return counted(`首件授权公告日 ${on} 在${name}${early}`)
}
