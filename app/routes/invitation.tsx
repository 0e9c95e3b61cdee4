import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PublicFrame } from '#app/components/layout/frame.tsx'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { InvitationPage } from '#app/components/people/invitation-page.tsx'
import { acceptInvitation } from '#app/domain/people/accept-invitation.server.ts'
import { acceptInvitationSchema } from '#app/domain/people/people.schema.ts'
import { readInvitation } from '#app/domain/people/read-people.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { run } from '#app/http/respond.server.ts'
import { startSession } from '#app/http/session.server.ts'
import { invitationMessages, peopleText } from '#app/i18n/people.ts'
import { paths } from '#app/paths.ts'

export const meta = pageTitle((lang) => peopleText(lang).invitation.title)

const tokenOf = (request: Request) => new URL(request.url).searchParams.get('token') ?? ''

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    const invitation = await readInvitation(ctx, tokenOf(args.request))
    const status = !invitation ? 404 : invitation.state === 'open' ? 200 : 410
    return data({ invitation, name: ctx.signedIn?.name ?? null }, { status })
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    acceptInvitationSchema,
    async (ctx, value) => {
      const input = { ...value, token: tokenOf(args.request), address: ctx.clientAddress }
      const { userId, membershipId } = await acceptInvitation(ctx, { language: ctx.lang, ...input })
      const { request } = args
      const cookie = await startSession(userId, { request, now: ctx.now, previous: ctx.signedIn?.token, membershipId })
      return redirect(paths.work('joined'), { headers: { 'Set-Cookie': cookie } })
    },
    { messages: invitationMessages, secret: ['password'] },
  )

export default function Invitation() {
  return (
    <PublicFrame>
      <InvitationPage {...useLoaderData<typeof loader>()} />
    </PublicFrame>
  )
}
