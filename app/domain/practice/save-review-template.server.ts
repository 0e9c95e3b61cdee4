import { insertTemplate, updateTemplate } from '#db/queries/review-texts.server.ts'
import { type Context, organisationOf } from '../shared/context.ts'
import { Conflict, Forbidden } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { canManageReviewTexts } from './practice.policy.ts'
import { personOf } from './practice-moves.server.ts'

type Text = { name: string; bodyId: string; bodyEn: string }
type Input = Text & {
  /** Null for a new template. */
  templateId: string | null
  version: number
}

/** The organisation whose answer templates this person keeps. */
function keptBy(ctx: Context): string {
  const organisationId = organisationOf(ctx.actor)
  if (!canManageReviewTexts(ctx.actor) || !organisationId) throw new Forbidden('keeps no templates')
  return organisationId
}

/** Writes an answer template of the own hub, in both languages; `Conflict` when somebody else changed it meanwhile. */
export async function saveReviewTemplate(ctx: Context, { templateId, version, name, bodyId, bodyEn }: Input) {
  const organisationId = keptBy(ctx)
  const row = { name, bodyId, bodyEn, updatedBy: personOf(ctx), updatedAt: ctx.now }
  return ctx.db.transaction(async (tx) => {
    const id = templateId ?? (await insertTemplate(tx, { ...row, organisationId })).id
    if (templateId && !(await updateTemplate(tx, { id, organisationId, version }, row)))
      throw new Conflict('the template was changed or put away')
    await recordChange(tx, ctx, {
      action: templateId ? 'review_template.change' : 'review_template.create',
      entity: 'review_template',
      entityId: id,
      data: { name, bodyId, bodyEn },
    })
    return { id }
  })
}

/** Puts an answer template away. Messages that were written with it stay as they are. */
export async function archiveReviewTemplate(ctx: Context, input: { templateId: string; version: number }) {
  const organisationId = keptBy(ctx)
  return ctx.db.transaction(async (tx) => {
    const { templateId: id, version } = input
    const gone = { archivedAt: ctx.now, updatedBy: personOf(ctx) }
    if (!(await updateTemplate(tx, { id, organisationId, version }, gone)))
      throw new Conflict('the template was changed or put away')
    await recordChange(tx, ctx, { action: 'review_template.archive', entity: 'review_template', entityId: id })
    return { id }
  })
}
