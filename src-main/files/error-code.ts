/** Node's error code (ENOSPC, EROFS …), '' for anything else. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return ''
  return typeof error.code === 'string' ? error.code : ''
}

/** The same for a sentence or a technician: UNKNOWN for anything else. */
export function errorCodeOf(error: unknown): string {
  return codeOf(error) || 'UNKNOWN'
}
