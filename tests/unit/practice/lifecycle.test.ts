import { expect, test } from 'vitest'
import {
  type PracticeEvent,
  practiceLifecycle,
  type RevisionEvent,
  revisionLifecycle,
} from '#app/domain/practice/practice.ts'
import { InvalidTransition } from '#app/domain/shared/errors.ts'
import { PRACTICE_STATES, type PracticeState, REVISION_STATES, type RevisionState } from '#db/vocabulary.ts'

/** What may happen to a revision, written out once more by hand. */
const REVISION: Record<RevisionState, Partial<Record<RevisionEvent, RevisionState>>> = {
  draft: { submit: 'submitted', discard: 'discarded', publish_minor: 'published' },
  submitted: { take_back: 'draft', verify_documents: 'document_verified', request_changes: 'changes_requested' },
  scheduled: { unschedule: 'document_verified', publish: 'published' },
  document_verified: {
    request_changes: 'changes_requested',
    schedule: 'scheduled',
    publish: 'published',
    undo_verify_documents: 'submitted',
  },
  changes_requested: {
    submit: 'submitted',
    discard: 'discarded',
    undo_request_changes: 'submitted',
    undo_request_changes_verified: 'document_verified',
  },
  published: {},
  discarded: {},
}

const PRACTICE: Record<PracticeState, Partial<Record<PracticeEvent, PracticeState>>> = {
  unpublished: { publish: 'published' },
  published: { publish: 'published', withdraw: 'withdrawn', merge: 'withdrawn' },
  withdrawn: { undo_merge: 'published' },
}

const revisionEvents = Object.keys(revisionLifecycle.moves) as RevisionEvent[]
const practiceEvents = Object.keys(practiceLifecycle.moves) as PracticeEvent[]

test.each(
  REVISION_STATES.flatMap((state) => revisionEvents.map((event) => [state, event, REVISION[state][event]] as const)),
)('revision %s, %s: %s', (state, event, expected) => {
  expect(revisionLifecycle.allows(state, event)).toBe(expected !== undefined)
  if (expected) expect(revisionLifecycle.next(state, event)).toBe(expected)
  else expect(() => revisionLifecycle.next(state, event)).toThrow(InvalidTransition)
})

test.each(
  PRACTICE_STATES.flatMap((state) => practiceEvents.map((event) => [state, event, PRACTICE[state][event]] as const)),
)('practice %s, %s: %s', (state, event, expected) => {
  expect(practiceLifecycle.allows(state, event)).toBe(expected !== undefined)
  if (expected) expect(practiceLifecycle.next(state, event)).toBe(expected)
  else expect(() => practiceLifecycle.next(state, event)).toThrow(InvalidTransition)
})
