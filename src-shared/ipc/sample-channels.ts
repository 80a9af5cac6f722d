import { z } from 'zod'
import { SUBJECTS } from '../tabular/cleaned.ts'
import { FileRef } from './channel.ts'

export const sampleChannels = {
  /** The workbooks of the sample county in the order they are imported. Errors: file.not-found, file.unreadable. */
  'sample:workbooks': {
    request: z.null(),
    reply: z.array(z.strictObject({ subject: z.enum(SUBJECTS), file: FileRef })),
  },
} as const
