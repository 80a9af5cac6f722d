import type { Override } from '../bundle/report-body.ts'
import type { IndicatorResult } from '../indicators/indicator.ts'
import { SPANS } from '../indicators/report-period.ts'
import { ruledContributions } from '../indicators/year-verdict.ts'

/** 手工填列 and 认定 that differ from 系统测算, as they travel in the report body (DOMAIN.md J4). */
export function statedOverrides(results: readonly IndicatorResult[]): readonly Override[] {
  const figures = results.flatMap((result) =>
    SPANS.flatMap((span): Override[] => {
      const { stated, value } = result[span]
      if (stated === undefined) return []
      const subject = `figure:${result.id}.${span}`
      return [{ subject, computed: stated.computed, stated: value, reason: stated.reason }]
    }),
  )
  const rulings = ruledContributions(results).map(({ record, id, ruling }): Override => {
    const { by, computed, stated, reason } = ruling
    return { subject: `${record}:${id}`, computed, stated: `${by}：${stated}`, reason }
  })
  return [...figures, ...rulings]
}
