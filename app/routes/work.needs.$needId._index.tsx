import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { NeedPage } from '#app/components/adoption/need-page.tsx'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { closeNeed } from '#app/domain/adoption/close-need.server.ts'
import { matchNeed, unmatchNeed } from '#app/domain/adoption/match-need.server.ts'
import { needMoveSchema } from '#app/domain/adoption/need.schema.ts'
import { readNeed } from '#app/domain/adoption/read-need.server.ts'
import { startAdoption } from '#app/domain/adoption/start-adoption.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireSignedIn } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { adoptionMessages } from '#app/i18n/adoption-messages.ts'
import { needText } from '#app/i18n/need.ts'
import { paths } from '#app/paths.ts'

export const meta = pageTitle<typeof loader>((lang, data) => data?.view.need.problem ?? needText(lang).crumb)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireSignedIn(ctx, args.request)
    const view = await readNeed(ctx, args.params.needId ?? '', ctx.lang)
    return { view, done: new URL(args.request.url).searchParams.get('done') }
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    needMoveSchema,
    async (ctx, value) => {
      const needId = args.params.needId ?? ''
      if (value.intent === 'adopt')
        return redirect(paths.workAdoption(await startAdoption(ctx, needId, value), { done: 'start' }))
      if (value.intent === 'match') await matchNeed(ctx, needId, value)
      else if (value.intent === 'unmatch') await unmatchNeed(ctx, needId, value)
      else await closeNeed(ctx, needId, value)
      return redirect(paths.workNeed(needId, { done: value.intent }))
    },
    { messages: adoptionMessages, before: (ctx) => requireSignedIn(ctx, args.request) },
  )

export default function MyNeed() {
  return <NeedPage {...useLoaderData<typeof loader>()} />
}
