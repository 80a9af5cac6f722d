import type { Measure } from './indicator.ts'
import { excluded } from './measure.ts'
import { patentEvents } from './patent-events.ts'
import type { Span } from './report-period.ts'
import type { Scope } from './scope.ts'

/** 新增发明专利申请: inventions whose 申请日 lies in the period; what is still being written is not filed. */
export function patentApplications(scope: Scope, span: Span): Measure {
  return patentEvents(scope, span, {
    dateName: '申请日',
    date: (patent) => patent.filedOn,
    obstacle: (patent) => (patent.status === '撰写' ? excluded('尚在撰写，未提交申请') : null),
  })
}
