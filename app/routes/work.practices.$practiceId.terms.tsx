import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { TermsPage } from '#app/components/practice/work/terms-page.tsx'
import { assignTerms } from '#app/domain/practice/assign-terms.server.ts'
import { readTerms } from '#app/domain/practice/read-terms.server.ts'
import { termsSchema } from '#app/domain/practice/terms.schema.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { termsMessages, termsText } from '#app/i18n/practice-terms.ts'
import { paths } from '#app/paths.ts'
import type { Role } from '#db/vocabulary.ts'

const ASSIGNERS: Role[] = ['author', 'agency_admin', 'curator', 'hub_manager', 'national_admin']

export const meta = pageTitle<typeof loader>((lang, data) =>
  data ? `${termsText(lang).name}: ${data.view.brand}` : termsText(lang).name,
)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireRole(ctx, args.request, ...ASSIGNERS)
    const done = new URL(args.request.url).searchParams.get('done')
    return { view: await readTerms(ctx, args.params.practiceId ?? ''), done }
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    termsSchema,
    async (ctx, value) => {
      const practiceId = args.params.practiceId ?? ''
      await assignTerms(ctx, { practiceId, ...value })
      return redirect(paths.practiceTerms(practiceId, { done: 'saved' }))
    },
    { messages: termsMessages, before: (ctx) => requireRole(ctx, args.request, ...ASSIGNERS) },
  )

export default function PracticeTerms() {
  return <TermsPage {...useLoaderData<typeof loader>()} />
}
