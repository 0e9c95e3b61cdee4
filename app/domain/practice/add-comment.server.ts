import type { PracticeContent } from '#db/practice-content.ts'
import { findRevision, insertReviewComment } from '#db/queries/practice-reviews.server.ts'
import type { Context } from '../shared/context.ts'
import { Invalid, InvalidTransition } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { REVIEWED_REVISION_STATES } from './practice.ts'
import { openRevision, personOf, practiceFor } from './practice-moves.server.ts'
import { stageOfState } from './review-due.ts'
import { sectionEntries } from './section-form.ts'
import type { Section } from './sections.ts'

type Input = {
  practiceId: string
  section: Section | 'general'
  /** The field of the section that is meant, by its name in the form. */
  field?: string | null
  /** The words that are meant. */
  quote?: string | null
  body: string
  required: boolean
}

/** Leaves a remark of the reviewer at a section. A required one must be closed before the text can be published. */
export async function addComment(ctx: Context, input: Input) {
  const { practiceId, section, field = null, quote = null, body, required } = input
  const practice = await practiceFor(ctx, practiceId, 'comment')
  const { id } = openRevision(practice, 'comment')
  return ctx.db.transaction(async (tx) => {
    const revision = await findRevision(tx, id, { lock: true })
    if (!revision || !REVIEWED_REVISION_STATES.includes(revision.state))
      throw new InvalidTransition(revision?.state ?? '', 'comment')
    if (field && (section === 'general' || !isFieldOf(revision.content, section, field)))
      throw new Invalid({ field: ['choice'] })
    const stage = stageOfState(revision.state) ?? 'documents'
    const row = {
      revisionId: id,
      stage,
      section,
      field,
      quote,
      body,
      required,
      authorId: personOf(ctx),
      createdAt: ctx.now,
    }
    const comment = await insertReviewComment(tx, row)
    await recordChange(tx, ctx, {
      action: 'practice.comment',
      entity: 'practice',
      entityId: practice.id,
      data: { publicId: practice.publicId, revisionId: id, commentId: comment.id, section, field, required },
    })
    return { publicId: practice.publicId, commentId: comment.id }
  })
}

function isFieldOf(content: PracticeContent, section: Section, field: string): boolean {
  return sectionEntries(content, section).some(([name]) => name === field || name.startsWith(`${field}[`))
}
