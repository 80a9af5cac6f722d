import { z } from 'zod'
import { field } from './field.ts'
import { text } from './values.ts'

/**
 * 报送说明 (DOMAIN.md J19): why one line of the check list goes to the city as it is, in one period. It is not
 * reported as a record; the reason travels as an override of the report body.
 */
export const ReportNote = z.strictObject({
  period: field(text(12), { title: '期别', kind: 'text', width: 90, group: '报送' }),
  /** The line of the check list: its kind and what it is about. */
  subject: field(text(200), { title: '说明事项', kind: 'text', internal: true, group: '报送' }),
  reason: field(text(500), { title: '原因', kind: 'text', width: 320, group: '报送' }),
})
export type ReportNote = z.infer<typeof ReportNote>
