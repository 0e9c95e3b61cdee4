import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { NewSessionPage } from '#app/components/coaching/form-pages.tsx'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { planSchema, sessionSchema } from '#app/domain/coaching/coaching.schema.ts'
import { planSession } from '#app/domain/coaching/plan-session.server.ts'
import { readNewSessionForm } from '#app/domain/coaching/read-session-form.server.ts'
import { recordSession } from '#app/domain/coaching/record-session.server.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { coachingFormText, coachingMessages } from '#app/i18n/coaching-form.ts'
import { paths } from '#app/paths.ts'

export const meta = pageTitle<typeof loader>((lang, data) => coachingFormText(lang)[data?.plan ? 'plan' : 'log'])

const wishOf = (request: Request) => {
  const query = new URL(request.url).searchParams
  return { plan: query.get('as') === 'plan', agencyId: query.get('agency') ?? undefined }
}

const idOf = (request: Request) => z.uuid().safeParse(new URL(request.url).searchParams.get('id')).data

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireRole(ctx, args.request, 'mentor')
    const wish = wishOf(args.request)
    const id = idOf(args.request)
    // The id is part of the address: whoever comes back to the form after saving sends the same session again, not a second one.
    if (!id)
      throw redirect(paths.coachingNew({ as: wish.plan ? 'plan' : undefined, agency: wish.agencyId, id: randomUUID() }))
    return { ...wish, ...(await readNewSessionForm(ctx, { ...wish, id })) }
  })

export const action = (args: ActionFunctionArgs) => {
  const options = {
    messages: coachingMessages,
    before: (ctx: RequestContext) => requireRole(ctx, args.request, 'mentor'),
  }
  if (wishOf(args.request).plan)
    return handleForm(
      args,
      planSchema,
      async (ctx, { version: _, ...value }) =>
        redirect(paths.coachingSession((await planSession(ctx, value)).id, 'planned')),
      options,
    )
  return handleForm(
    args,
    sessionSchema,
    async (ctx, { version: _, ...value }) =>
      redirect(paths.coachingSession((await recordSession(ctx, value)).id, 'recorded')),
    options,
  )
}

export default function NewSession() {
  return <NewSessionPage {...useLoaderData<typeof loader>()} />
}
