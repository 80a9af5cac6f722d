import { SUBJECTS, type Subject } from '#shared/tabular/cleaned.ts'
import type { Workbook } from '#shared/tabular/matrix.ts'
import { rankSheets } from '#shared/tabular/rank-sheets.ts'

/** So many more columns must be understood before the clerk is told that the file is something else. */
const CLEARLY_MORE = 3

/** What the workbook looks like when it is clearly not what it is being imported as; null when it may well be. */
export function likelierSubject(workbook: Workbook, subject: Subject): Subject | null {
  const own = bestScore(workbook, subject)
  let found: { readonly subject: Subject; readonly score: number } | null = null
  for (const other of SUBJECTS) {
    const score = bestScore(workbook, other)
    if (other !== subject && score > own + CLEARLY_MORE && score > (found?.score ?? 0))
      found = { subject: other, score }
  }
  return found?.subject ?? null
}

function bestScore(workbook: Workbook, subject: Subject): number {
  const best = rankSheets(workbook, subject).find((sheet) => sheet.role === 'main')
  return Math.max(0, best?.score ?? 0)
}
