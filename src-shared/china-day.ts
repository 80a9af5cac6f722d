/** The day in China (UTC+8, no summer time) of an ISO 8601 instant, as `YYYY-MM-DD`. */
export function chinaDay(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10)
}
