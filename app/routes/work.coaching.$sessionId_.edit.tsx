import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { EditSessionPage } from '#app/components/coaching/form-pages.tsx'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { planSchema, sessionSchema } from '#app/domain/coaching/coaching.schema.ts'
import { correctSession } from '#app/domain/coaching/correct-session.server.ts'
import { planSession } from '#app/domain/coaching/plan-session.server.ts'
import { readSessionForm } from '#app/domain/coaching/read-session-form.server.ts'
import { recordSession } from '#app/domain/coaching/record-session.server.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { coachingFormText, coachingMessages } from '#app/i18n/coaching-form.ts'
import { paths } from '#app/paths.ts'

export const meta = pageTitle<typeof loader>((lang, data) => coachingFormText(lang)[data?.plan ? 'move' : 'correct'])

const isPlan = (request: Request) => new URL(request.url).searchParams.get('as') === 'plan'

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireRole(ctx, args.request, 'mentor')
    const plan = isPlan(args.request)
    return { plan, ...(await readSessionForm(ctx, args.params.sessionId ?? '', plan)) }
  })

export const action = (args: ActionFunctionArgs) => {
  // The address names the session; a form without a version was not made here.
  const stored = <T extends { id: string; version?: number }>(value: T) => ({
    ...value,
    id: args.params.sessionId ?? '',
    version: value.version ?? 0,
  })
  const options = {
    messages: coachingMessages,
    before: (ctx: RequestContext) => requireRole(ctx, args.request, 'mentor'),
  }
  if (isPlan(args.request))
    return handleForm(
      args,
      planSchema,
      async (ctx, value) => redirect(paths.coachingSession((await planSession(ctx, stored(value))).id, 'planned')),
      options,
    )
  return handleForm(
    args,
    sessionSchema,
    async (ctx, value, form) => {
      const planned = form.get('was') === 'planned'
      const { id } = planned ? await recordSession(ctx, stored(value)) : await correctSession(ctx, stored(value))
      return redirect(paths.coachingSession(id, planned ? 'recorded' : 'corrected'))
    },
    options,
  )
}

export default function EditSession() {
  return <EditSessionPage {...useLoaderData<typeof loader>()} />
}
