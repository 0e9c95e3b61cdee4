import type { Context } from './context.ts'

/** What can wait for a person. Each kind has its words in app/i18n/work-items.ts; a kind without words is a type error. */
export const WORK_ITEM_KINDS = [
  // practice
  'practice_continue',
  'practice_correct',
  'practice_check_documents',
  'practice_review',
  'review_late',
  'life_status_confirm',
  'life_status_update',
  'life_silent',
  'contact_dead',
  'question_answer',
  'question_silent',
  'practice_subjects',
  'practice_terms',
  'practice_translation',
  'practice_links',
  // coaching
  'session_write',
  'session_confirm',
  'session_settle',
  'action_do',
  'action_verify',
  // adoption
  'need_match',
  'need_choose',
  'interest_sign',
  'interest_verify',
  'interest_answer',
  'adoption_continue',
  'adoption_gate',
  'agreement_sign',
  'closing_sign',
  'adoption_pause_review',
  'outcome_report',
  // people
  'handover',
  'invitation_renew',
  'hub_invite_manager',
  // the installation
  'jobs_given_up',
] as const

export type WorkItemKind = (typeof WORK_ITEM_KINDS)[number]

/** One thing that waits for the person in the hat they wear. Holds names and dates only; the page has the words. */
export type WorkItem = {
  kind: WorkItemKind
  params: {
    /** Name of the record: the title of a practice, the need, the person. */
    about: string
    /** The place or organisation it concerns. */
    where?: string
    /** How many more records of this kind stand behind the one that is named. */
    more?: number
    /** The step of an adoption. */
    step?: number
  }
  /** Where it is done, from app/paths.ts. */
  href: string
  /** Since when it waits; the list is ordered by it, oldest first. */
  since: Date
  /** The calendar date by which it should be done. */
  due?: string
  /** Past its date, or stopping others. */
  urgent: boolean
}

/** What a concept contributes to the work list: bounded, only what waits for this actor in this hat. */
export type WorkItemSource = (ctx: Context) => Promise<WorkItem[]>
