import { z } from 'zod'
import type { Workbook } from '../tabular/matrix.ts'
import { FileToken, TaskId } from './channel.ts'

/** Only the outline is checked: the main process is trusted, and a workbook may have millions of cells. */
const WorkbookReply = z.custom<Workbook>(
  (value) => z.object({ file: z.string(), sheets: z.array(z.unknown()) }).safeParse(value).success,
)

export const workbookChannels = {
  /** A picked or dropped .xlsx, .xls, .et or .csv as cell matrices; sends task:progress. */
  'workbook:read': {
    request: z.strictObject({ token: FileToken, task: TaskId }),
    reply: WorkbookReply,
  },
} as const
