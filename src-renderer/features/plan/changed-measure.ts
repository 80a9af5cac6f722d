import type { FieldValue } from '#shared/edits/edit.ts'
import { PlanMeasure } from '#shared/records/plan.ts'
import type { MeasureRow } from './measure-rows.ts'

/** The measure with one part changed; null when a part it needs would be missing. */
export function changedMeasure(row: MeasureRow, part: string, value: FieldValue): PlanMeasure | null {
  const { key: _key, overdue: _overdue, ...measure } = row
  const { [part as keyof PlanMeasure]: _before, ...rest } = measure
  const parsed = PlanMeasure.safeParse(value === null ? rest : { ...rest, [part]: value })
  return parsed.success ? parsed.data : null
}
