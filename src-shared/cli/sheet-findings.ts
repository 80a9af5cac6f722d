import { z } from 'zod'
import type { CleanedSheet, Finding } from '../tabular/cleaned.ts'

/** How many cells of one kind are named. */
const SHOWN = 5

/** What was noticed in one sheet, one entry per kind; `message` is the sentence of the first. */
export const FindingSummary = z.strictObject({
  kind: z.string(),
  severity: z.enum(['info', 'warning', 'blocking']),
  count: z.int().positive(),
  /** The first cells, A1 addresses. */
  cells: z.array(z.string()).max(SHOWN),
  message: z.string(),
})
export type FindingSummary = z.infer<typeof FindingSummary>

/** A sheet that was taken in: its piles, and what the clerk should know of its rows. */
export const SheetSummary = z.strictObject({
  sheet: z.string(),
  counts: z.strictObject({ ok: z.int(), fixed: z.int(), todo: z.int(), notData: z.int() }),
  findings: z.array(FindingSummary),
})
export type SheetSummary = z.infer<typeof SheetSummary>

/** Piles and findings of a cleaned sheet, warnings first. Why a row is no data is told by its pile alone. */
export function sheetSummary(sheet: CleanedSheet): SheetSummary {
  const byKind = new Map<string, Finding[]>()
  for (const { pile, findings } of sheet.rows) {
    for (const finding of pile === 'notData' ? findings.slice(1) : findings) {
      const same = byKind.get(finding.kind)
      if (same === undefined) byKind.set(finding.kind, [finding])
      else same.push(finding)
    }
  }
  const findings = [...byKind.values()].flatMap(summaryOf)
  return {
    sheet: sheet.sheet,
    counts: { ...sheet.counts },
    findings: findings.sort((a, b) => weight(a) - weight(b)),
  }
}

function summaryOf(findings: readonly Finding[]): FindingSummary[] {
  const [first] = findings
  if (first === undefined) return []
  const { kind, severity, message } = first
  const cells = findings.slice(0, SHOWN).map(({ cell }) => cell)
  return [{ kind, severity, count: findings.length, cells, message }]
}

const weight = ({ severity }: FindingSummary): number => ['blocking', 'warning', 'info'].indexOf(severity)
