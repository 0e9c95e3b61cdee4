import { Conflict } from '../shared/errors.ts'
import type { FieldConflict } from './merge-section.ts'
import type { FormEntries } from './section-form.ts'

/** What a writer needs to see to decide: the text that is stored now, and where the own text contradicts it. */
export type ConflictDetail = {
  base: string
  theirs: FormEntries
  /** The other text was saved by the same person, in another tab or on another device. */
  own: boolean
  /** Null while the text that the writer started from was not sent along: nothing could be compared yet. */
  fields: FieldConflict[] | null
}

/** Somebody else saved this section, and the two texts contradict each other; nothing was stored. */
export class SectionConflict extends Conflict {
  declare readonly detail: ConflictDetail
  constructor(detail: ConflictDetail) {
    super('somebody else saved this section', detail)
  }
}
