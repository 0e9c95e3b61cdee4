import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { PublicFrame } from '#app/components/layout/frame.tsx'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { Button } from '#app/components/ui/button.tsx'
import { PageHead } from '#app/components/ui/page-head.tsx'
import { run } from '#app/http/respond.server.ts'
import { endSession } from '#app/http/session.server.ts'
import { peopleText } from '#app/i18n/people.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'

export const meta = pageTitle((lang) => peopleText(lang).signOut.title)

export const action = (args: ActionFunctionArgs) =>
  run(args, async (ctx) => {
    const cookie = await endSession(ctx.signedIn?.token)
    return redirect(paths.signIn(undefined, 'signed-out'), { headers: { 'Set-Cookie': cookie } })
  })

export default function SignOut() {
  const t = useText(peopleText).signOut
  return (
    <PublicFrame>
      <PageHead title={t.title}>{t.question}</PageHead>
      <form method="post">
        <Button>{t.submit}</Button>
      </form>
    </PublicFrame>
  )
}
