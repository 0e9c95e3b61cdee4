import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Island } from '#app/components/layout/island.tsx'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { SIGNING_FIELDS } from '#app/components/people/kept-form.tsx'
import { EditorPage } from '#app/components/practice/editor/editor-page.tsx'
import { checkedField, pathAfterSave } from '#app/components/practice/editor/path-after-save.ts'
import { typedOf } from '#app/components/practice/editor/typed.ts'
import { checkTranslation } from '#app/domain/practice/check-translation.server.ts'
import { notePresence } from '#app/domain/practice/note-presence.server.ts'
import { sectionSchemas } from '#app/domain/practice/practice.schema.ts'
import { readSection } from '#app/domain/practice/read-work.server.ts'
import { readSubjectSuggestions } from '#app/domain/practice/suggest-terms.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireRole, requireRoleKeepingForm } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { sectionParams } from '#app/http/section-param.server.ts'
import { savePostedSection } from '#app/http/section-save.server.ts'
import { editorHelpWords } from '#app/i18n/practice-help.ts'
import { practiceMessages } from '#app/i18n/practice-messages.ts'
import { sectionName } from '#app/i18n/practice-sections.ts'

/** The one page of the workspace that brings script: it saves while one writes. */
export const handle = { island: true }

export const meta = pageTitle<typeof loader>((lang, page) =>
  page ? `${sectionName(lang, page.view.section)} · ${page.view.brand}` : '',
)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireRole(ctx, args.request, 'author')
    const { practiceId, section } = sectionParams(args)
    const query = new URL(args.request.url).searchParams
    const view = await readSection(ctx, practiceId, section)
    const { present } = await notePresence(ctx, { practiceId, section })
    const suggestions = section === 'classification' ? await readSubjectSuggestions(ctx, practiceId) : null
    const words = editorHelpWords(ctx.lang, section, { suggestions })
    const page = { view, words, present, now: ctx.now, arrived: query.get('saved'), extraRow: query.get('row') }
    // A text that was sent in is shown to its writers once more, with what they typed meanwhile; saved it is not.
    return data(page, { status: view.can.edit ? 200 : 409 })
  })

export const action = (args: ActionFunctionArgs) => {
  const { practiceId, section } = sectionParams(args)
  return handleForm(
    args,
    sectionSchemas[section],
    async (ctx, patch, form) => {
      await savePostedSection(ctx, { practiceId, section }, { patch, form })
      const field = checkedField(form.get('then'))
      if (field) await checkTranslation(ctx, { practiceId, field })
      return redirect(pathAfterSave(practiceId, section, form.get('then')))
    },
    {
      messages: practiceMessages,
      before: (ctx) => requireRoleKeepingForm(ctx, args.request, 'author'),
      secret: SIGNING_FIELDS,
    },
  )
}

export default function EditSection() {
  const props = { ...useLoaderData<typeof loader>(), typed: typedOf(useActionData<typeof action>()) }
  return (
    <Island data={props}>
      <EditorPage {...props} />
    </Island>
  )
}
