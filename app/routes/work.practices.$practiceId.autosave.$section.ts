import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { sectionSchemas } from '#app/domain/practice/practice.schema.ts'
import { readSection } from '#app/domain/practice/read-work.server.ts'
import { isOwnSave } from '#app/domain/practice/save-section.server.ts'
import { answerAutosave } from '#app/http/autosave.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { sectionParams } from '#app/http/section-param.server.ts'
import { savePostedSection } from '#app/http/section-save.server.ts'
import { practiceMessages } from '#app/i18n/practice-messages.ts'

/** The text of a section as the server holds it, for a page that stays open while somebody else writes. */
export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireRole(ctx, args.request, 'author')
    const { practiceId, section } = sectionParams(args)
    const { entries, base, revision, practice, userId } = await readSection(ctx, practiceId, section)
    const own = await isOwnSave(ctx.db, { practiceId: practice.id, revisionId: revision.id, section, userId })
    return Response.json(
      { entries, base, savedAt: revision.savedAt, own },
      { headers: { 'Cache-Control': 'no-store' } },
    )
  })

export const action = (args: ActionFunctionArgs) => {
  const params = sectionParams(args)
  return answerAutosave(args, {
    schema: sectionSchemas[params.section],
    messages: practiceMessages,
    before: (ctx) => requireRole(ctx, args.request, 'author'),
    save: (ctx, posted) => savePostedSection(ctx, params, posted),
  })
}
