import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { pathAfterMove } from '#app/components/practice/work/path-after-move.ts'
import { WorkPracticePage } from '#app/components/practice/work/work-practice-page.tsx'
import { readLikelySame } from '#app/domain/practice/likely-same.server.ts'
import { movePractice } from '#app/domain/practice/move-practice.server.ts'
import { PRACTICE_READERS } from '#app/domain/practice/practice.policy.ts'
import { readWorkPractice } from '#app/domain/practice/read-work.server.ts'
import { workMoveSchema } from '#app/domain/practice/review.schema.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { practiceText } from '#app/i18n/practice.ts'
import { practiceMessages } from '#app/i18n/practice-messages.ts'
import type { Role } from '#db/vocabulary.ts'

const MOVERS: Role[] = ['author', 'agency_admin', 'curator', 'hub_manager', 'national_admin']

export const meta = pageTitle<typeof loader>((lang, data) => data?.view.title ?? practiceText(lang).list.title)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireRole(ctx, args.request, ...PRACTICE_READERS)
    const done = new URL(args.request.url).searchParams.get('done')
    const view = await readWorkPractice(ctx, args.params.practiceId ?? '')
    const likeness = view.can.edit ? await readLikelySame(ctx, view.practice.publicId, ctx.lang) : null
    return { view, likeness, done, now: ctx.now }
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    workMoveSchema,
    async (ctx, move) => {
      const practiceId = args.params.practiceId ?? ''
      await movePractice(ctx, practiceId, move)
      return redirect(pathAfterMove(practiceId, move))
    },
    { messages: practiceMessages, before: (ctx) => requireRole(ctx, args.request, ...MOVERS) },
  )

export default function WorkPractice() {
  return <WorkPracticePage {...useLoaderData<typeof loader>()} />
}
