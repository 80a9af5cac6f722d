import { z } from 'zod'
import { PeriodId } from '../bundle/manifest.ts'
import { KeyId } from '../bundle/public-key.ts'
import { Override, ReportedFigure } from '../bundle/report-body.ts'
import { PlanPack } from '../pack/plan-pack.ts'
import { SCHEMAS } from '../records/dictionary.ts'
import { ReportDifference } from '../report/report-difference.ts'
import type { SheetContext } from '../sheets/sheet-context.ts'
import { SheetShape } from '../sheets/sheet-schema.ts'
import { FileRef, FileToken, TaskId } from './channel.ts'

const Day = z.strictObject({ from: z.iso.date(), to: z.iso.date() })

/** The shape of a `SheetContext` where it crosses the bridge. */
const Context: z.ZodType<SheetContext> = z.strictObject({
  profile: SCHEMAS.profile,
  period: z.strictObject({
    id: PeriodId,
    year: z.int(),
    quarter: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
    inQuarter: Day,
    cumulative: Day,
  }),
  today: z.iso.date(),
  pack: PlanPack,
  watermark: z.union([z.literal('送审稿'), z.literal('试用数据'), z.literal('试用数据 送审稿'), z.null()]),
  code: z.string().max(60).nullable(),
})

export const handoverChannels = {
  /** Numbers, reasons, contacts and signers of one of our own signed files, for the 审核人; the file is read, not verified. */
  'bundle:contents': {
    request: z.strictObject({ token: FileToken }),
    reply: z.strictObject({
      figures: z.array(ReportedFigure),
      overrides: z.array(Override),
      contacts: z.enum(['included', 'omitted']),
      /** Keys whose public half travels in the file: only they can be checked by a city that knows none. */
      signers: z.array(KeyId),
    }),
  },
  /** What one of our own signed files says otherwise than an earlier one, for the 审核人. */
  'bundle:difference': {
    request: z.strictObject({ token: FileToken, earlier: FileToken }),
    reply: ReportDifference,
  },
  /** True while `body`, the report as the records stand now, is what the file was signed over (reasons aside). */
  'bundle:still-signed': {
    request: z.strictObject({ token: FileToken, body: z.string().max(200_000_000) }),
    reply: z.boolean(),
  },
  /**
   * 报送材料 folder of a signed file (DOMAIN.md J20), whole or not at all. `body` is the report as the records stand
   * now: when it is no longer what was signed, nothing is written. Sends task:progress.
   */
  'bundle:handover': {
    request: z.strictObject({
      token: FileToken,
      folder: FileToken,
      unitName: z.string().min(1).max(40),
      body: z.string().max(200_000_000),
      sheets: z.array(SheetShape).min(1).max(40),
      context: Context,
      supersedes: z.string().max(120).nullable(),
      task: TaskId,
    }),
    reply: z.strictObject({
      folder: FileRef,
      files: z.array(z.strictObject({ name: z.string(), bytes: z.int().nonnegative() })),
      bytes: z.int().nonnegative(),
      splitHint: z.string().nullable(),
      mail: z.string(),
      /** 报送交接单 as written, for the printer. */
      cover: SheetShape,
    }),
  },
} as const
