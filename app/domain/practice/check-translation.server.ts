import type { BilingualField } from '#db/practice-content.ts'
import { findRevision } from '#db/queries/practice-reviews.server.ts'
import { updateRevision } from '#db/queries/practices.server.ts'
import type { Context } from '../shared/context.ts'
import { today } from '../shared/dates.ts'
import { Conflict, Invalid, InvalidTransition } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { WRITABLE_REVISION_STATES } from './practice.ts'
import { openRevision, personOf, practiceFor } from './practice-moves.server.ts'
import { translationOf, withCheckedTranslation } from './translation.ts'

/**
 * Marks a translation of a draft as checked against the text it stands beside. Whoever may write the draft may do so,
 * its translator too: many units have one person who reads English. The audit names who did.
 */
export async function checkTranslation(
  ctx: Context,
  { practiceId, field }: { practiceId: string; field: BilingualField },
) {
  const practice = await practiceFor(ctx, practiceId, 'edit')
  const { id } = openRevision(practice, 'edit')
  personOf(ctx)
  return ctx.db.transaction(async (tx) => {
    const revision = await findRevision(tx, id, { lock: true })
    if (!revision || !WRITABLE_REVISION_STATES.includes(revision.state)) {
      throw new InvalidTransition(revision?.state ?? 'discarded', 'edit')
    }
    const { content, version, savedAt } = revision
    const { state } = translationOf(content, field)
    if (state === 'none' || state === 'missing') throw new Invalid({ '': ['translationMissing'] })
    if (state === 'checked') return { version, savedAt }
    const from = WRITABLE_REVISION_STATES
    const checked = withCheckedTranslation(content, field, today(ctx.now))
    const saved = await updateRevision(tx, { id, version, from }, { content: checked, savedAt: ctx.now })
    if (!saved) throw new Conflict('somebody else saved this revision')
    await recordChange(tx, ctx, {
      action: 'practice.check_translation',
      entity: 'practice',
      entityId: practice.id,
      data: { publicId: practice.publicId, revisionId: id, field, version: saved },
    })
    return { version: saved, savedAt: ctx.now }
  })
}
