const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const

/** 组织机构代码 check character over an 8-character body (GB 11714); null when the body is not 8 digits or letters. */
export function organisationCheckDigit(body: string): string | null {
  if (!/^[0-9A-Z]{8}$/.test(body)) return null
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * digitValue(body.charAt(at)), 0)
  const check = 11 - (sum % 11)
  if (check === 10) return 'X'
  return check === 11 ? '0' : String(check)
}

/** Whether a 9-character 组织机构代码 (hyphen allowed before the last) carries its own check character. */
export function isOrganisationCode(code: string): boolean {
  const plain = code.replace('-', '')
  return plain.length === 9 && organisationCheckDigit(plain.slice(0, 8)) === plain.charAt(8)
}

function digitValue(character: string): number {
  return Number.parseInt(character, 36)
}
