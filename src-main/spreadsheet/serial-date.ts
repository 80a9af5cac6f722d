const LAST_SERIAL = 2_958_465

/**
 * `YYYY-MM-DD` of a spreadsheet serial number, by calendar arithmetic, so no time zone can move it.
 * Null when no day stands behind it: a bare time, the 1900 system's invented 29 February, out of range.
 */
export function serialToIso(serial: number, date1904: boolean): string | null {
  const day = Math.floor(serial + 1e-9) + (date1904 ? 1462 : 0)
  if (!(day >= 1) || day === 60 || day > LAST_SERIAL) return null
  // Serial 25569 is 1970-01-01; before the invented day the 1900 system is one off.
  return isoOfDay(day - 25_569 + (day < 60 ? 1 : 0))
}

/** Days since 1970-01-01 to the proleptic Gregorian calendar, counted from 0000-03-01. */
function isoOfDay(days: number): string {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Serial number in the 1900 system of a full `YYYY-MM-DD`; null for less precise dates and before March 1900. */
export function isoToSerial(iso: string): number | null {
  const [year, month, day] = iso.split('-').map(Number)
  if (year === undefined || month === undefined || day === undefined) return null
  const marchYear = month <= 2 ? year - 1 : year
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  const serial = era * 146_097 + dayOfEra - 719_468 + 25_569
  return serial >= 61 && serial <= LAST_SERIAL ? serial : null
}
