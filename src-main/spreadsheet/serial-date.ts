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
