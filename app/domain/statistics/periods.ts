import { addDays } from '../shared/dates.ts'

/** What the statistics can be asked for; each is shown in steps of a day or of a month. */
export const PERIODS = ['30d', '12m', 'all'] as const
export type Period = (typeof PERIODS)[number]
export type Step = 'day' | 'month'

const DAYS = 30
const MONTHS = 12

/** The first day of the month that is so many months later (earlier, when negative). */
export function firstOfMonth(date: string, later = 0): string {
  const first = new Date(`${date.slice(0, 7)}-01T00:00:00Z`)
  first.setUTCMonth(first.getUTCMonth() + later)
  return first.toISOString().slice(0, 10)
}

export type Span = {
  step: Step
  /** The first day that is counted. */
  from: string
  to: string
  /** The first day of each step, oldest first. */
  steps: string[]
}

/** The days or months of a period that ends today; all of it begins with the first day that anything was counted. */
export function spanOf(period: Period, { today, since }: { today: string; since: string }): Span {
  if (period === '30d') {
    const from = addDays(today, 1 - DAYS)
    return { step: 'day', from, to: today, steps: Array.from({ length: DAYS }, (_, n) => addDays(from, n)) }
  }
  const from = period === '12m' || since > today ? firstOfMonth(today, 1 - MONTHS) : firstOfMonth(since)
  const steps = [from]
  for (let next = firstOfMonth(from, 1); next <= today; next = firstOfMonth(next, 1)) steps.push(next)
  return { step: 'month', from, to: today, steps }
}
