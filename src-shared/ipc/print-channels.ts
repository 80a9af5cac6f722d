import { z } from 'zod'
import { SheetShape } from '../sheets/sheet-schema.ts'
import { FileRef, FileToken, TaskId } from './channel.ts'

const Sheets = z.array(SheetShape).min(1).max(40)
const FileName = z.string().min(1).max(120)

export const printChannels = {
  /** Forms as one PDF, kept in the main process under a token. */
  'print:pdf': {
    request: z.strictObject({ sheets: Sheets, name: FileName, task: TaskId }),
    reply: z.strictObject({ file: FileRef, pages: z.int() }),
  },
  /** The system's print dialog; false when the user closes it. */
  'print:paper': { request: z.strictObject({ sheets: Sheets }), reply: z.boolean() },
  /** Forms as one .xlsx, one sheet each. */
  'sheets:xlsx': { request: z.strictObject({ sheets: Sheets, name: FileName }), reply: FileRef },
  /** Save dialog and atomic write of a file kept under a token; null when the user cancels. */
  'files:save': {
    request: z.strictObject({ token: FileToken, name: FileName }),
    reply: FileRef.nullable(),
  },
  /** Asked by the hidden print window: what to lay out. */
  'print:job': { request: z.strictObject({ job: z.uuid() }), reply: z.strictObject({ sheets: Sheets }) },
  /** Told by the hidden print window once every page stands. */
  'print:ready': { request: z.strictObject({ job: z.uuid(), pages: z.int().min(1) }), reply: z.null() },
} as const
