import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { NeedForm } from '#app/components/adoption/need-form.tsx'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { needSchema } from '#app/domain/adoption/need.schema.ts'
import { recordNeed } from '#app/domain/adoption/record-need.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { adoptionMessages } from '#app/i18n/adoption-messages.ts'
import { needText } from '#app/i18n/need.ts'
import { paths } from '#app/paths.ts'
import type { Role } from '#db/vocabulary.ts'

const RECORDERS: Role[] = ['adopter_lead', 'agency_admin']

export const meta = pageTitle((lang) => needText(lang).form.new)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireRole(ctx, args.request, ...RECORDERS)
    const query = new URL(args.request.url).searchParams
    return { problem: query.get('problem'), practiceId: query.get('practice') }
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    needSchema,
    async (ctx, sheet) => redirect(paths.workNeed(await recordNeed(ctx, sheet), { done: 'recorded' })),
    { messages: adoptionMessages, before: (ctx) => requireRole(ctx, args.request, ...RECORDERS) },
  )

export default function NewNeed() {
  return <NeedForm given={useLoaderData<typeof loader>()} />
}
