import { z } from 'zod'
import type { Sheet } from './sheet.ts'

const line = z.string().max(2000)

/** The shape of a `Sheet` where it crosses a trust boundary (IPC, print jobs). */
export const SheetShape: z.ZodType<Sheet> = z.strictObject({
  form: z.string().max(40),
  label: line,
  title: line,
  period: line,
  unitLine: z.strictObject({ unit: line, date: line, measure: line.nullable() }),
  orientation: z.enum(['portrait', 'landscape']),
  columns: z
    .array(
      z.strictObject({
        headings: z.array(line).min(1).max(4),
        width: z.number().positive(),
        align: z.enum(['left', 'center', 'right']),
      }),
    )
    .min(1)
    .max(60),
  rows: z
    .array(
      z.strictObject({
        kind: z.enum(['data', 'group', 'total', 'empty']),
        cells: z.array(
          z.union([
            z.null(),
            line,
            z.strictObject({ value: z.number(), decimals: z.int().min(0).max(6) }),
            z.strictObject({ percent: z.number() }),
            z.strictObject({ date: z.string().max(10) }),
          ]),
        ),
        source: z.array(z.string().max(60)).optional(),
      }),
    )
    .max(50_000),
  notes: z.array(line).max(200),
  signatures: z.array(z.strictObject({ label: line, value: line })).max(12),
  rules: line,
  watermark: z.string().max(20).nullable(),
  code: z.string().max(60).nullable(),
  qr: z.string().max(1000).optional(),
  stampSpace: z.boolean().optional(),
}) as z.ZodType<Sheet>
