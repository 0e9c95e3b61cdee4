import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ContactPage } from '#app/components/heartbeat/contact-page.tsx'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { changeContact, readContact } from '#app/domain/heartbeat/change-contact.server.ts'
import { contactSchema } from '#app/domain/heartbeat/heartbeat.schema.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { lifeMessages, lifeText } from '#app/i18n/life.ts'
import { paths } from '#app/paths.ts'
import type { Role } from '#db/vocabulary.ts'

const KEEPERS: Role[] = ['author', 'agency_admin', 'curator', 'hub_manager', 'national_admin']

export const meta = pageTitle((lang) => lifeText(lang).contact.title)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireRole(ctx, args.request, ...KEEPERS)
    const done = new URL(args.request.url).searchParams.get('done')
    return { view: await readContact(ctx, args.params.practiceId ?? ''), done, now: ctx.now }
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    contactSchema,
    async (ctx, value) => {
      const publicId = args.params.practiceId ?? ''
      await changeContact(ctx, { publicId, ...value })
      return redirect(paths.practiceContact(publicId, { done: value.intent }))
    },
    { messages: lifeMessages, before: (ctx) => requireRole(ctx, args.request, ...KEEPERS) },
  )

export default function PracticeContact() {
  return <ContactPage {...useLoaderData<typeof loader>()} />
}
