import { expect, test } from 'vitest'
import { type ImportEvent, importLifecycle } from '#app/domain/import/import.ts'
import { IMPORT_STATES, type ImportState } from '#db/vocabulary.ts'

const ALLOWED: Record<ImportState, readonly ImportEvent[]> = {
  checking: ['finish_check', 'discard', 'fail'],
  checked: ['discard', 'apply'],
  applying: ['stop', 'finish_apply', 'halt'],
  stopped: ['apply', 'undo'],
  applied: ['undo'],
  undoing: ['finish_undo', 'halt'],
  undone: [],
  discarded: [],
}

test.each(IMPORT_STATES.map((state) => [state]))('in state %s only its own events are possible', (state) => {
  expect([...importLifecycle.eventsIn(state)].sort()).toEqual([...ALLOWED[state]].sort())
})
