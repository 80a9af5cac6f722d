import type { Records } from '#shared/edits/read-model.ts'
import { recordName } from '#shared/edits/record-words.ts'

/** How 撤销 names a patent: its title, else its number, quoted. */
export function patentName(records: Records, id: string): string {
  return `“${recordName(records, 'patent', id)}”`
}
