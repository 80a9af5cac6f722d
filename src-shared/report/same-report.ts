import { type Override, ReportBody } from '../bundle/report-body.ts'

/**
 * Whether the report as the records stand now is what was signed. Reasons for lines of the check list are typed once and
 * stay in the signed file; everything else must be equal, 手工填列 and 认定 with their reasons, which 表1 prints, too.
 */
export function isSameReport(signed: unknown, now: unknown): boolean {
  const bodies = [ReportBody.safeParse(signed), ReportBody.safeParse(now)]
  // Both went through the schema, so that equal reports have their members in the same order.
  const [before, after] = bodies.map((body) =>
    body.success ? JSON.stringify({ ...body.data, overrides: body.data.overrides.filter(isPrinted) }) : null,
  )
  return before !== null && before === after
}

function isPrinted({ subject }: Override): boolean {
  return !subject.startsWith('check:')
}
