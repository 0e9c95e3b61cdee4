import type { ReviewStage, RevisionState, TimeZone } from '#db/vocabulary.ts'
import { dateIn } from '../shared/dates.ts'
import { addWorkingDays, workingDaysBetween } from '../shared/working-days.ts'

/** Working days that a check may take, counted from the day after the text came to it. */
export const REVIEW_DAYS: Readonly<Record<ReviewStage, number>> = { documents: 5, substance: 10 }

/** Working days after the due date at which the hub manager is told. */
export const ESCALATE_AFTER = 3

/** Working days that authors are given for corrections, in answer templates. */
export const CORRECTION_DAYS = 10

/** The check that a text waits for; null while it waits for none. */
export function stageOfState(state: RevisionState): ReviewStage | null {
  if (state === 'submitted') return 'documents'
  return state === 'document_verified' ? 'substance' : null
}

type Waiting = { state: RevisionState; submittedAt: Date | null; documentVerifiedAt: Date | null }

/** Since when a text waits for its present check. */
export function waitingSince({ state, submittedAt, documentVerifiedAt }: Waiting): Date | null {
  return state === 'document_verified' ? documentVerifiedAt : state === 'submitted' ? submittedAt : null
}

export type ReviewDue = {
  stage: ReviewStage
  since: Date
  /** The calendar date (`2026-12-04`) in the zone of the owner. */
  due: string
  /** Working days left; negative when the date has passed. */
  left: number
  overdue: boolean
  escalated: boolean
}

/** By when a text must be checked, and how late it is; null while it waits for no check. */
export function reviewDue(waiting: Waiting, zone: TimeZone, now: Date): ReviewDue | null {
  const stage = stageOfState(waiting.state)
  const since = waitingSince(waiting)
  if (!stage || !since) return null
  const due = addWorkingDays(dateIn(zone, since), REVIEW_DAYS[stage])
  const left = workingDaysBetween(dateIn(zone, now), due)
  const overdue = dateIn(zone, now) > due
  return {
    stage,
    since,
    due,
    left,
    overdue,
    escalated: overdue && dateIn(zone, now) > addWorkingDays(due, ESCALATE_AFTER - 1),
  }
}
