import type { IndicatorId } from '../pack/indicator-id.ts'
import { activityAttendance } from './activity-attendance.ts'
import { activitySessions } from './activity-sessions.ts'
import { figureCaveats, gapCaveats, profitCaveats } from './caveats.ts'
import { firmVisits } from './firm-visits.ts'
import { firmsServed } from './firms-served.ts'
import { grants } from './grants.ts'
import type { Caveat, Measure } from './indicator.ts'
import { participants } from './participants.ts'
import { patentApplications } from './patent-applications.ts'
import { patentProductProfit, patentProductSales } from './patent-product.ts'
import { rdIntensity } from './rd-intensity.ts'
import { rdSpending } from './rd-spending.ts'
import type { Span } from './report-period.ts'
import { revenue } from './revenue.ts'
import type { Scope } from './scope.ts'
import { zeroBreakers } from './zero-breakers.ts'

export interface IndicatorDefinition {
  measure(scope: Scope, span: Span): Measure
  /** What 备注 says, from the cumulative and the quarter's measure. */
  caveats(cumulative: Measure, quarter: Measure, scope: Scope): readonly Caveat[]
}

/** Every indicator once. A new one: its file, a line here, its id in pack/indicator-id.ts, its entry in the pack. */
export const CATALOGUE: { readonly [Id in IndicatorId]: IndicatorDefinition } = {
  participants: { measure: participants, caveats: gapCaveats },
  'zero-breakers': { measure: zeroBreakers, caveats: gapCaveats },
  'patent-applications': { measure: patentApplications, caveats: gapCaveats },
  grants: { measure: grants, caveats: gapCaveats },
  'rd-spending': { measure: rdSpending, caveats: figureCaveats },
  revenue: { measure: revenue, caveats: figureCaveats },
  'rd-intensity': { measure: rdIntensity, caveats: profitCaveats },
  'patent-product-sales': { measure: patentProductSales, caveats: figureCaveats },
  'patent-product-profit': { measure: patentProductProfit, caveats: profitCaveats },
  'activity-sessions': { measure: activitySessions, caveats: gapCaveats },
  'firm-visits': { measure: firmVisits, caveats: gapCaveats },
  'firms-served': { measure: firmsServed, caveats: gapCaveats },
  'activity-attendance': { measure: activityAttendance, caveats: gapCaveats },
}
