import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PublicFrame } from '#app/components/layout/frame.tsx'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { Band } from '#app/components/ui/band.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { PageHead } from '#app/components/ui/page-head.tsx'
import { readForm } from '#app/http/form.server.ts'
import { run } from '#app/http/respond.server.ts'
import { endSession } from '#app/http/session.server.ts'
import { hasUnsaved } from '#app/http/unsaved.server.ts'
import { peopleText } from '#app/i18n/people.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import leavingScript from '../enhance/leaving.js?url'

/** Lists what this device holds that is not saved; without it the question is there all the same. */
export const handle = { script: leavingScript }

export const meta = pageTitle((lang) => peopleText(lang).signOut.title)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => ({ userId: ctx.signedIn?.userId ?? '', unsaved: hasUnsaved(args.request) }))

/** Ends the session; where text on this device is not saved, asks before. */
export const action = (args: ActionFunctionArgs) =>
  run(args, async (ctx) => {
    const isSure = (await readForm(args.request)).has('sure')
    if (ctx.signedIn && !isSure && hasUnsaved(args.request)) return redirect(paths.signOut())
    const cookie = await endSession(ctx.signedIn?.token)
    return redirect(paths.signIn(undefined, 'signed-out'), { headers: { 'Set-Cookie': cookie } })
  })

export default function SignOut() {
  const { userId, unsaved } = useLoaderData<typeof loader>()
  const t = useText(peopleText).signOut
  return (
    <PublicFrame>
      <PageHead title={t.title}>{t.question}</PageHead>
      <div className="stack">
        {unsaved && (
          <div id="sisa" data-user={userId} hidden>
            <Band tone="warn" title={t.unsaved} heading="h2">
              <ul className="lines" />
              <p>{t.unsavedNote}</p>
              <p className="acts">
                <Button type="button" variant="quiet">
                  {t.forget}
                </Button>
              </p>
            </Band>
          </div>
        )}
        <form method="post">
          <input type="hidden" name="sure" value="1" />
          <Button>{t.submit}</Button>
        </form>
      </div>
    </PublicFrame>
  )
}
