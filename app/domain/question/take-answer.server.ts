import { type QuestionRow, updateQuestion } from '#db/queries/practice-questions.server.ts'
import { findRevision } from '#db/queries/practice-reviews.server.ts'
import { findPracticeInWork } from '#db/queries/practices-work.server.ts'
import type { StorySection } from '#db/vocabulary.ts'
import { formatDate } from '../../i18n/format.ts'
import { visibilityFor } from '../practice/practice.policy.ts'
import { WRITABLE_REVISION_STATES } from '../practice/practice.ts'
import { saveSection, sectionBase } from '../practice/save-section.server.ts'
import { startRevision } from '../practice/start-revision.server.ts'
import { type Context, userIdOf } from '../shared/context.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { canTake } from './question.policy.ts'
import { creditOf, questionLifecycle, questionStateOf, withAnswer } from './question.ts'

type Input = { question: QuestionRow; version: number; section: StorySection }

/**
 * Puts an answer behind the text of a section of the next version, with where it came from: the draft that is open, or a
 * new one. Once; what the author does with it there is up to them, and it is reviewed like everything else.
 */
export async function takeAnswer(ctx: Context, { question, version, section }: Input): Promise<void> {
  if (!canTake(ctx.actor, question)) throw new Forbidden('only an author of the owner writes')
  questionLifecycle.next(questionStateOf(question), 'take')
  const { id, publicId, answer, asker, askedAt } = question
  if (question.takenAt) throw new Conflict('it was taken already')
  const practiceId = publicId
  const practice = await findPracticeInWork(ctx.db, publicId, visibilityFor(ctx.actor))
  if (!practice || answer === null) throw new NotFound('no such practice')
  if (practice.open && !WRITABLE_REVISION_STATES.includes(practice.open.state)) throw new Invalid({ '': ['inReview'] })
  const taken = { takenInto: section, takenAt: ctx.now, takenBy: userIdOf(ctx.actor) }
  if (!(await updateQuestion(ctx.db, { id, version }, taken)))
    throw new Conflict('somebody else has changed the question')
  try {
    const revisionId = practice.open?.id ?? (await startRevision(ctx, { practiceId })).revisionId
    const { content } = (await findRevision(ctx.db, revisionId))!
    const text = content.story[section]
    const next = withAnswer(text.id, answer, creditOf(asker, formatDate('id', askedAt)))
    const patch = { story: { [section]: { ...text, id: next } } }
    await saveSection(ctx, { practiceId, section, base: sectionBase(content, section), patch })
  } catch (error) {
    const back = { takenInto: null, takenAt: null, takenBy: null }
    await updateQuestion(ctx.db, { id, version: version + 1 }, back)
    throw error
  }
  await ctx.db.transaction((tx) =>
    recordChange(tx, ctx, {
      action: 'question.take',
      entity: 'question',
      entityId: id,
      data: { publicId, section },
    }),
  )
}
