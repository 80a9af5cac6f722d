import { z } from 'zod'

/** Every indicator the program can compute; the plan pack gives title, unit and decimals (DOMAIN.md B). */
export const INDICATOR_IDS = [
  'participants',
  'zero-breakers',
  'patent-applications',
  'grants',
  'rd-spending',
  'revenue',
  'rd-intensity',
  'patent-product-sales',
  'patent-product-profit',
  'activity-sessions',
  'firm-visits',
  'firms-served',
  'activity-attendance',
] as const
export const IndicatorId = z.enum(INDICATOR_IDS)
export type IndicatorId = z.infer<typeof IndicatorId>
