import type { Context } from '../shared/context.ts'
import { addDays, today as todayOf } from '../shared/dates.ts'
import { Invalid } from '../shared/errors.ts'

/** Pins that one hub may have for one search. */
export const MOST_PINS = 3
/** A pin has to be thought about again after a year. */
export const MOST_DAYS = 366

/** Answers today's date, after seeing that a pin may hold until `expiresOn`: from today on, a year at most. */
export function assertExpiry({ now }: Pick<Context, 'now'>, expiresOn: string): string {
  const today = todayOf(now)
  if (expiresOn < today) throw new Invalid({ expiresOn: ['dateInPast'] })
  if (expiresOn > addDays(today, MOST_DAYS)) throw new Invalid({ expiresOn: ['overAYear'] })
  return today
}
