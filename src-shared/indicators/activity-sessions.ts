import { activityMeasure } from './activity-measure.ts'
import type { Measure } from './indicator.ts'
import { counted, excluded } from './measure.ts'
import { type Span, spanName } from './report-period.ts'
import type { Scope } from './scope.ts'

/** 服务活动场次: 培训, 对接, 讲座, 现场会 held in the period; 走访 and 电话 are no 场次 (B12, J8). */
export function activitySessions(scope: Scope, span: Span): Measure {
  return activityMeasure(scope, span, ({ activity, notASession: obstacle }) => {
    return obstacle === null
      ? counted(`${activity.date} 在${spanName(scope.period, span)}，计 1 场`)
      : excluded(obstacle)
  })
}
