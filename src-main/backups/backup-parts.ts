import { safeFileName } from '../files/file-name.ts'

export const README_NAME = 'README.txt'
export const FACTS_NAME = 'backup.json'

/**
 * Folders of the data folder that a backup holds beside the journal: their files with plain visible names. Sub-folders,
 * hidden files and other names are left out.
 */
export const KEPT_FOLDERS = ['outbox', 'keys'] as const
export type KeptFolder = (typeof KEPT_FOLDERS)[number]

const SEGMENT = /^journal\/journal-\d{6}\.jsonl$/

/** Where a file of a backup belongs; null for a name that no backup of ours has: paths, hidden files, other folders. */
export function partOf(
  name: string,
): { readonly folder: 'journal' | KeptFolder; readonly file: string } | null {
  if (SEGMENT.test(name)) return { folder: 'journal', file: name.slice('journal/'.length) }
  for (const folder of KEPT_FOLDERS) {
    const file = name.startsWith(`${folder}/`) ? name.slice(folder.length + 1) : ''
    if (file !== '' && isKeptName(file)) return { folder, file }
  }
  return null
}

/** A plain visible name; what is being written begins with a dot. */
export function isKeptName(file: string): boolean {
  return !file.startsWith('.') && safeFileName(file) === file
}
