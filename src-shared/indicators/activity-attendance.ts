import { activityMeasure } from './activity-measure.ts'
import type { Measure } from './indicator.ts'
import { counted, pending, recordedMeasure } from './measure.ts'
import { type Span, spanName } from './report-period.ts'
import type { Scope } from './scope.ts'

/** 服务人次: people at every activity held, added up (B12). */
export function activityAttendance(scope: Scope, span: Span): Measure {
  return activityMeasure(
    scope,
    span,
    ({ activity, people }) => {
      return people === null
        ? pending('missing', '缺参加人次')
        : counted(`${activity.date} 在${spanName(scope.period, span)}，${people} 人次`, people)
    },
    recordedMeasure,
  )
}
