import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SessionPage } from '#app/components/coaching/session-page.tsx'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { sessionMoveSchema } from '#app/domain/coaching/coaching.schema.ts'
import { moveSession } from '#app/domain/coaching/move.server.ts'
import { readSession } from '#app/domain/coaching/read-session.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { coachingText } from '#app/i18n/coaching.ts'
import { coachingMessages } from '#app/i18n/coaching-form.ts'
import { paths } from '#app/paths.ts'

export const meta = pageTitle<typeof loader>((lang, data) =>
  `${coachingText(lang).title} ${data?.session.receipt ?? ''}`.trim(),
)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireRole(ctx, args.request)
    const done = new URL(args.request.url).searchParams.get('done')
    return { ...(await readSession(ctx, args.params.sessionId ?? '')), done }
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    sessionMoveSchema,
    async (ctx, value) => {
      const id = args.params.sessionId ?? ''
      return redirect(paths.coachingSession(id, await moveSession(ctx, id, value)))
    },
    { messages: coachingMessages, before: (ctx) => requireRole(ctx, args.request) },
  )

export default function Session() {
  return <SessionPage {...useLoaderData<typeof loader>()} />
}
