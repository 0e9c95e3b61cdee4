import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PublicFrame } from '#app/components/layout/frame.tsx'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { KEPT, writerOf } from '#app/components/people/kept-form.tsx'
import { SignInPage } from '#app/components/people/sign-in-page.tsx'
import { signInSchema } from '#app/domain/people/people.schema.ts'
import { signIn } from '#app/domain/people/sign-in.server.ts'
import { Invalid } from '#app/domain/shared/errors.ts'
import { demoSignIn } from '#app/http/demo.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { run } from '#app/http/respond.server.ts'
import { returnTo } from '#app/http/return-to.ts'
import { startSession } from '#app/http/session.server.ts'
import { peopleMessages, peopleText } from '#app/i18n/people.ts'
import { paths } from '#app/paths.ts'

export const meta = pageTitle((lang) => peopleText(lang).signIn.title)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    const done = new URL(args.request.url).searchParams.get('done')
    return { demo: demoSignIn(), name: ctx.signedIn?.name ?? null, done }
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    signInSchema,
    async (ctx, { email, password }, form) => {
      const person = await signIn(ctx, { email, password, address: ctx.clientAddress })
      const isKept = form.has(KEPT)
      // What one person typed is not saved in the name of another.
      if (isKept && (writerOf(form) ?? person.userId) !== person.userId) throw new Invalid({ '': ['keptOther'] })
      const cookie = await startSession(person.userId, {
        request: args.request,
        now: ctx.now,
        previous: ctx.signedIn?.token,
      })
      const next = returnTo(new URL(args.request.url).searchParams.get('next'))
      const to = person.hats > 1 ? paths.switchHat(next) : (next ?? paths.work())
      return redirect(to, { status: isKept && next ? 307 : 302, headers: { 'Set-Cookie': cookie } })
    },
    { messages: peopleMessages, secret: ['password'] },
  )

export default function SignIn() {
  return (
    <PublicFrame>
      <SignInPage {...useLoaderData<typeof loader>()} />
    </PublicFrame>
  )
}
