import { freshnessOn } from '#db/practice-freshness.ts'
import type { Freshness, PracticeState, RevisionState } from '#db/vocabulary.ts'
import { today } from '../shared/dates.ts'
import { defineLifecycle } from '../shared/transition.ts'

export { evidenceLevelOf } from '#db/practice-evidence.ts'
export { addMonths } from '#db/practice-freshness.ts'

/** The number by which the public knows a practice. */
export const PUBLIC_ID = /^JIPP-\d{2}-\d{4,9}$/

export type RevisionEvent =
  | 'submit'
  | 'take_back'
  | 'verify_documents'
  | 'request_changes'
  | 'schedule'
  | 'unschedule'
  | 'publish'
  | 'publish_minor'
  | 'discard'
  | 'undo_verify_documents'
  | 'undo_request_changes'
  | 'undo_request_changes_verified'

/** The way of a revision from the first word to the site. A published or discarded one never moves again. */
export const revisionLifecycle = defineLifecycle<RevisionState, RevisionEvent>({
  submit: { from: ['draft', 'changes_requested'], to: 'submitted' },
  take_back: { from: ['submitted'], to: 'draft' },
  verify_documents: { from: ['submitted'], to: 'document_verified' },
  request_changes: { from: ['submitted', 'document_verified'], to: 'changes_requested' },
  schedule: { from: ['document_verified'], to: 'scheduled' },
  unschedule: { from: ['scheduled'], to: 'document_verified' },
  publish: { from: ['document_verified', 'scheduled'], to: 'published' },
  /** Small things only, where the hub allows it: no review. */
  publish_minor: { from: ['draft'], to: 'published' },
  discard: { from: ['draft', 'changes_requested'], to: 'discarded' },
  /** A decision on several texts can be undone for some minutes, while nothing else has happened. */
  undo_verify_documents: { from: ['document_verified'], to: 'submitted' },
  undo_request_changes: { from: ['changes_requested'], to: 'submitted' },
  undo_request_changes_verified: { from: ['changes_requested'], to: 'document_verified' },
})

export type PracticeEvent = 'publish' | 'withdraw' | 'merge' | 'undo_merge'

/** What the public sees: nothing yet, the live revision, or a tombstone. */
export const practiceLifecycle = defineLifecycle<PracticeState, PracticeEvent>({
  publish: { from: ['unpublished', 'published'], to: 'published' },
  withdraw: { from: ['published'], to: 'withdrawn' },
  /** The same practice has another record that goes on; its addresses lead there. */
  merge: { from: ['published'], to: 'withdrawn' },
  undo_merge: { from: ['withdrawn'], to: 'published' },
})

/** States in which the text may be written. */
export const WRITABLE_REVISION_STATES: readonly RevisionState[] = ['draft', 'changes_requested']

/** States in which a reviewer works on the text. */
export const REVIEWED_REVISION_STATES: readonly RevisionState[] = ['submitted', 'document_verified']

/** The age class of the last confirmation of life (`2026-05-22`) at a moment, by the date in Jakarta. */
export function freshnessOf(lifeConfirmedOn: string | null, now: Date): Freshness {
  return freshnessOn(lifeConfirmedOn, today(now))
}
