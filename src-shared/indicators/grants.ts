import type { Measure } from './indicator.ts'
import { excluded } from './measure.ts'
import { patentEvents } from './patent-events.ts'
import { isGranted, isVoidFromStart } from './patent-register.ts'
import type { Span } from './report-period.ts'
import type { Scope } from './scope.ts'

/** 发明专利授权量: inventions whose 授权公告日 lies in the period (专利法 39条; B6). 有效量 is another number. */
export function grants(scope: Scope, span: Span): Measure {
  return patentEvents(scope, span, {
    dateName: '授权公告日',
    date: (patent) => patent.grantedOn,
    obstacle(patent) {
      if (isVoidFromStart(patent)) return excluded('已宣告全部无效，视为自始不存在，不计入')
      if (isGranted(patent)) return null
      if (patent.status === '授权通知') return excluded('已获授权通知，待公告')
      return excluded(`尚未授权（${patent.status ?? '法律状态未填'}），不计入`)
    },
  })
}
