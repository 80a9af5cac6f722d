import type { ActivityFacts } from './activity-facts.ts'
import { notHeldIn, type ServedFirm } from './held-activity.ts'
import type { Contribution, Measure } from './indicator.ts'
import { contribution, counted, pending, recordedMeasure, unknownMeasure } from './measure.ts'
import { rangeOf, type Span } from './report-period.ts'
import type { Scope } from './scope.ts'

interface Served {
  readonly firm: ServedFirm
  readonly first: ActivityFacts
  readonly times: number
}

/** 服务企业数(去重): distinct firms served in the period; 名录外企业 by name, each once (B12, J15). */
export function firmsServed(scope: Scope, span: Span): Measure {
  const range = rangeOf(scope.period, span)
  const served = new Map<string, Served>()
  const gaps: Contribution[] = []
  for (const facts of scope.activities) {
    const { activity, label, served: firms } = facts
    const obstacle = notHeldIn(activity, scope.rules, range)
    if (obstacle !== null && obstacle.gap !== null)
      gaps.push(contribution('activity', activity.id, label, obstacle))
    if (obstacle !== null) continue
    if (firms.length === 0) gaps.push(unnamed(facts))
    for (const firm of firms) {
      const known = served.get(firm.key)
      served.set(firm.key, { firm, first: known?.first ?? facts, times: (known?.times ?? 0) + 1 })
    }
  }
  return scope.activities.length === 0
    ? unknownMeasure()
    : recordedMeasure([...[...served.values()].map(servedOnce), ...gaps])
}

function servedOnce({ firm, first, times }: Served): Contribution {
  const reason = `本期服务 ${times} 次`
  return firm.firm === null
    ? contribution('activity', first.activity.id, firm.name, counted(`${reason}（名录外企业）`))
    : contribution('enterprise', firm.firm.id, firm.name, counted(reason))
}

function unnamed({ activity, label }: ActivityFacts): Contribution {
  return contribution('activity', activity.id, label, pending('missing', '未登记服务对象名单，无法去重'))
}
