/**
 * Does a backup have to be made before the program goes on? Yes when it last belonged to an older program: from the next
 * edit on that program no longer opens it. `found` is the number of the newest data there, `program` today's.
 */
export function needsBackupBefore(found: number, program: number): boolean {
  return found < program
}
