const DAY_MS = 86_400_000

/** The date so many days from today in the districts of the demo province (WIT), as a date field takes it. */
export function dayFromNow(days: number): string {
  return new Date(Date.now() + days * DAY_MS + 9 * 3_600_000).toISOString().slice(0, 10)
}
