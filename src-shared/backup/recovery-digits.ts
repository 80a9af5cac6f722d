/**
 * The backup key (256 bits) as digits for paper: 16 groups, each 16 bits as five digits and one check digit, so that a
 * slip of the pen is found in its group. The check digit is Damm's over the group's number and its digits: it finds
 * every single wrong digit and every two neighbours exchanged, and most exchanged groups.
 */
export const SHEET_GROUPS = 16
export const GROUPS_PER_ROW = 4
const GROUP_DIGITS = 6
const KEY_BYTES = 32

/** Damm's quasigroup of order 10. */
const DAMM = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
] as const

/** Sixteen groups of six digits. */
export function recoveryGroups(key: Uint8Array): readonly string[] {
  if (key.length !== KEY_BYTES) throw new Error('a backup key has 32 bytes')
  return Array.from({ length: SHEET_GROUPS }, (_, at) => {
    const value = (key[at * 2] ?? 0) * 256 + (key[at * 2 + 1] ?? 0)
    const digits = String(value).padStart(GROUP_DIGITS - 1, '0')
    return `${digits}${checkDigit(at, digits)}`
  })
}

export type ReadDigits =
  | { readonly ok: true; readonly key: Uint8Array }
  /** Groups that cannot be right, from 1; empty when the number of digits is wrong. */
  | { readonly ok: false; readonly groups: readonly number[]; readonly digits: number }

/** The key from typed digits; spaces, dashes and full-width digits are taken. */
export function readRecoveryDigits(typed: string): ReadDigits {
  const digits = typed.normalize('NFKC').replaceAll(/\D/gu, '')
  const groups = digits.match(/\d{6}/g) ?? []
  if (digits.length !== SHEET_GROUPS * GROUP_DIGITS)
    return { ok: false, groups: wrongGroups(groups), digits: digits.length }
  const wrong = wrongGroups(groups)
  if (wrong.length > 0) return { ok: false, groups: wrong, digits: digits.length }
  const key = new Uint8Array(KEY_BYTES)
  for (const [at, group] of groups.entries()) {
    const value = Number(group.slice(0, -1))
    key[at * 2] = value >> 8
    key[at * 2 + 1] = value & 255
  }
  return { ok: true, key }
}

/** How many digits a whole 恢复单 has. */
export const SHEET_DIGITS = SHEET_GROUPS * GROUP_DIGITS

/** 第 2 行第 3 组: where a group, counted from 1, stands on paper. */
export function groupPlace(group: number): string {
  const row = Math.ceil(group / GROUPS_PER_ROW)
  return `第 ${row} 行第 ${group - (row - 1) * GROUPS_PER_ROW} 组`
}

function wrongGroups(groups: readonly string[]): readonly number[] {
  return groups.flatMap((group, at) => {
    const digits = group.slice(0, -1)
    const fits = Number(digits) < 65_536 && group.endsWith(checkDigit(at, digits))
    return fits ? [] : [at + 1]
  })
}

function checkDigit(at: number, digits: string): string {
  let interim = 0
  for (const digit of `${at}${digits}`) interim = Number(DAMM[interim]?.[Number(digit)])
  return String(interim)
}
