import { ReportBody } from '../bundle/report-body.ts'

/**
 * Whether the report as the records stand now is what was signed. Reasons are typed once and stay in the signed file;
 * everything else must be equal.
 */
export function isSameReport(signed: unknown, now: unknown): boolean {
  const bodies = [ReportBody.safeParse(signed), ReportBody.safeParse(now)]
  // Both went through the schema, so that equal reports have their members in the same order.
  const [before, after] = bodies.map((body) =>
    body.success ? JSON.stringify({ ...body.data, overrides: [] }) : null,
  )
  return before !== null && before === after
}
