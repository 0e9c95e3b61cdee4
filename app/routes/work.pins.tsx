import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { PinsPage } from '#app/components/search-pin/pins-page.tsx'
import { changePin, removePin } from '#app/domain/search-pin/change-pin.server.ts'
import { pinPractice } from '#app/domain/search-pin/pin-practice.server.ts'
import { readPins } from '#app/domain/search-pin/read-pins.server.ts'
import { PIN_ROLES } from '#app/domain/search-pin/search-pin.policy.ts'
import { searchPinSchema } from '#app/domain/search-pin/search-pin.schema.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { searchPinText } from '#app/i18n/search-pin.ts'
import { paths } from '#app/paths.ts'

export const meta = pageTitle((lang) => searchPinText(lang).title)

const DONE = { pin: 'pinned', change: 'changed', remove: 'removed' } as const

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireRole(ctx, args.request, ...PIN_ROLES)
    const query = new URL(args.request.url).searchParams
    const given = { words: query.get('words'), practice: query.get('practice') }
    return { view: await readPins(ctx, ctx.lang), given, done: query.get('done') }
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    searchPinSchema,
    async (ctx, value) => {
      if (value.intent === 'pin') await pinPractice(ctx, value)
      else if (value.intent === 'change') await changePin(ctx, value)
      else await removePin(ctx, value)
      return redirect(paths.pins({ done: DONE[value.intent] }))
    },
    {
      messages: (lang) => searchPinText(lang).messages,
      before: (ctx) => requireRole(ctx, args.request, ...PIN_ROLES),
    },
  )

export default function Pins() {
  return <PinsPage {...useLoaderData<typeof loader>()} />
}
