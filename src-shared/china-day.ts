/** The day in China (UTC+8, no summer time) of an ISO 8601 instant, as `YYYY-MM-DD`. */
export function chinaDay(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** Date and minute in China of an ISO 8601 instant: `2021-10-08 09:00`. */
export function chinaMinute(instant: string): string {
  const shifted = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString()
  return `${shifted.slice(0, 10)} ${shifted.slice(11, 16)}`
}
