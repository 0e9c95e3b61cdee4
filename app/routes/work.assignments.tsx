import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AssignmentsPage } from '#app/components/coaching/assignments-page.tsx'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { assignMentor } from '#app/domain/coaching/assign-mentor.server.ts'
import { assignmentMoveSchema } from '#app/domain/coaching/coaching.schema.ts'
import { endAssignment } from '#app/domain/coaching/end-assignment.server.ts'
import { readAssignments } from '#app/domain/coaching/read-desk.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { coachingDeskText } from '#app/i18n/coaching-desk.ts'
import { paths } from '#app/paths.ts'

export const meta = pageTitle((lang) => coachingDeskText(lang).assignments.title)

const DONE = { assign: 'assigned', end: 'ended', cancel: 'cancelled' } as const

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireRole(ctx, args.request, 'hub_manager')
    return { page: await readAssignments(ctx), done: new URL(args.request.url).searchParams.get('done') }
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    assignmentMoveSchema,
    async (ctx, value) => {
      await (value.intent === 'assign' ? assignMentor(ctx, value) : endAssignment(ctx, value))
      return redirect(paths.assignments({ done: DONE[value.intent] }))
    },
    {
      messages: (lang) => coachingDeskText(lang).assignments.messages,
      before: (ctx) => requireRole(ctx, args.request, 'hub_manager'),
    },
  )

export default function Assignments() {
  return <AssignmentsPage {...useLoaderData<typeof loader>()} />
}
