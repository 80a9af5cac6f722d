import { activityMeasure } from './activity-measure.ts'
import type { Measure } from './indicator.ts'
import { counted, pending, recordedMeasure } from './measure.ts'
import { type Span, spanName } from './report-period.ts'
import type { Scope } from './scope.ts'

/** 服务家次: firms of every activity held, added up without removing repeats (B12). */
export function firmVisits(scope: Scope, span: Span): Measure {
  return activityMeasure(
    scope,
    span,
    ({ activity, firms }) => {
      return firms === null
        ? pending('missing', '缺服务对象和参加企业数')
        : counted(`${activity.date} 在${spanName(scope.period, span)}，${firms} 家次`, firms)
    },
    recordedMeasure,
  )
}
