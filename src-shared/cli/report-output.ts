import { z } from 'zod'
import { Identity, PeriodId } from '../bundle/manifest.ts'
import { UnitCode } from '../bundle/public-key.ts'
import { ReportedFigure } from '../bundle/report-body.ts'
import { CHECK_KINDS, type CheckFinding } from '../report/check-list.ts'
import { SUBJECTS } from '../tabular/cleaned.ts'
import { Refusal } from './clean-output.ts'
import { SheetSummary } from './sheet-findings.ts'

/** One line of the check list before 报送. */
export const ReportFinding = z.strictObject({
  kind: z.enum(CHECK_KINDS),
  severity: z.enum(['blocking', 'warning']),
  message: z.string(),
})
export type ReportFinding = z.infer<typeof ReportFinding>

/** A workbook taken in; `skipped` rows were understood but belong to nothing known. */
export const ImportedFile = z.strictObject({
  file: z.string(),
  subject: z.enum(SUBJECTS),
  /** The main sheet with its piles and findings; companions (列入前情况, 参加企业) the same. */
  ...SheetSummary.shape,
  companions: z.array(SheetSummary),
  new: z.int(),
  changed: z.int(),
  same: z.int(),
  skipped: z.array(z.strictObject({ sheet: z.string(), row: z.int(), reason: z.string() })),
})
export type ImportedFile = z.infer<typeof ImportedFile>

/** What `pbz report --json` prints when the folder was made. */
export const ReportOutput = z.strictObject({
  unit: UnitCode,
  period: PeriodId,
  seq: z.int().positive(),
  /** Absolute paths. */
  folder: z.string(),
  file: z.string(),
  identity: Identity,
  /** The 30-digit code of the stamped 交接单. */
  code: z.string(),
  files: z.array(z.strictObject({ name: z.string(), bytes: z.int() })),
  signatures: z.array(z.strictObject({ person: z.string(), role: z.string() })),
  figures: z.array(ReportedFigure),
  findings: z.array(ReportFinding),
  imports: z.array(ImportedFile),
  splitHint: z.string().nullable(),
})
export type ReportOutput = z.infer<typeof ReportOutput>

/** What `pbz report --json` prints when the check list blocks; nothing was written. */
export const BlockedReport = z.strictObject({
  error: Refusal,
  findings: z.array(ReportFinding),
  imports: z.array(ImportedFile),
})
export type BlockedReport = z.infer<typeof BlockedReport>

export const reportFinding = ({ kind, severity, message }: CheckFinding): ReportFinding => ({
  kind,
  severity,
  message,
})
