import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { MembersPage } from '#app/components/people/members-page.tsx'
import { endMembership } from '#app/domain/people/end-membership.server.ts'
import { inviteMember } from '#app/domain/people/invite.server.ts'
import { membersFilterSchema, membersSchema } from '#app/domain/people/people.schema.ts'
import { readMembers } from '#app/domain/people/read-people.server.ts'
import { revokeInvitation } from '#app/domain/people/revoke-invitation.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { membersText } from '#app/i18n/members.ts'
import { peopleMessages } from '#app/i18n/people.ts'
import { paths } from '#app/paths.ts'
import type { Role } from '#db/vocabulary.ts'

const KEEPERS: Role[] = ['agency_admin', 'hub_manager', 'national_admin']

export const meta = pageTitle((lang) => membersText(lang).title)

const queryOf = (request: Request) => Object.fromEntries(new URL(request.url).searchParams)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireRole(ctx, args.request, ...KEEPERS)
    const query = queryOf(args.request)
    return { ...(await readMembers(ctx, membersFilterSchema.parse(query))), done: query.done ?? null }
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    membersSchema,
    async (ctx, value) => {
      if (value.intent === 'invite') await inviteMember(ctx, value)
      else if (value.intent === 'revoke') await revokeInvitation(ctx, value)
      else await endMembership(ctx, value)
      const { organisation } = membersFilterSchema.parse(queryOf(args.request))
      return redirect(paths.members({ organisation, done: value.intent }))
    },
    { messages: peopleMessages, before: (ctx) => requireRole(ctx, args.request, ...KEEPERS) },
  )

export default function Members() {
  return <MembersPage {...useLoaderData<typeof loader>()} />
}
