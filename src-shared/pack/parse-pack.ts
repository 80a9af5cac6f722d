import type { AppError } from '../errors/app-error.ts'
import { err, ok, type Result } from '../result.ts'
import { PlanPack } from './plan-pack.ts'

/** A plan pack from parsed JSON, wherever it came from; the first place that does not fit is named. */
export function parsePack(json: unknown): Result<PlanPack, AppError> {
  const parsed = PlanPack.safeParse(json)
  if (parsed.success) return ok(parsed.data)
  const issue = parsed.error.issues[0]
  return err({ code: 'pack.invalid', detail: issue?.path.join('.') || '整体' })
}
