import { z } from 'zod'
import { field } from './field.ts'
import { text } from './values.ts'

export const FIGURE_SPANS = ['本季', '累计'] as const

/**
 * 手工填列 (DOMAIN.md J4): a number of 表1 stated with a reason in place of the computed one; for a period of a year
 * without details (历史汇总数) it serves as 上年同期.
 */
export const StatedFigure = z.strictObject({
  indicator: field(text(40), { title: '指标', kind: 'text', internal: true, group: '手工填列' }),
  period: field(z.string().regex(/^\d{4}Q[1-4]$/), {
    title: '期别',
    kind: 'text',
    internal: true,
    group: '手工填列',
  }),
  span: field(z.enum(FIGURE_SPANS), {
    title: '本季或累计',
    kind: 'choice',
    choices: FIGURE_SPANS,
    internal: true,
    group: '手工填列',
  }),
  value: field(z.number().min(-1e12).max(1e12), {
    title: '填列数',
    kind: 'number',
    required: true,
    group: '手工填列',
  }),
  reason: field(text(200), { title: '填列理由', kind: 'text', required: true, group: '手工填列' }),
})
export type StatedFigure = z.infer<typeof StatedFigure>
