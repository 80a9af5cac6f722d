/**
 * Names of the backups made before now, which still hold what a purge takes out; null while they cannot be listed.
 * (The list of 备份 is handed in here.)
 */
export function useBackupsHolding(): readonly string[] | null {
  return null
}
