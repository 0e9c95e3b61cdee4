import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { HandoverPage } from '#app/components/people/handover-page.tsx'
import { handOver } from '#app/domain/people/hand-over.server.ts'
import { handoverQuerySchema, handoverSchema, parseChoices } from '#app/domain/people/handover.schema.ts'
import { readHandover, readHandoverPeople } from '#app/domain/people/read-handover.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { handoverMessages, handoverText } from '#app/i18n/handover.ts'
import { paths } from '#app/paths.ts'
import type { Role } from '#db/vocabulary.ts'

const KEEPERS: Role[] = ['agency_admin', 'hub_manager']

export const meta = pageTitle((lang) => handoverText(lang).title)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireRole(ctx, args.request, ...KEEPERS)
    const params = new URL(args.request.url).searchParams
    const { person, all, mailbox, preview, done } = handoverQuerySchema.parse(Object.fromEntries(params))
    const to = parseChoices(params.getAll('to'))
    return {
      people: person ? null : await readHandoverPeople(ctx),
      view: person ? await readHandover(ctx, person, { all: all ?? null, to, mailbox }) : null,
      isPreview: preview === '1',
      done: done ?? null,
    }
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    handoverSchema,
    async (ctx, value) => {
      await handOver(ctx, value)
      return redirect(paths.handover({ person: value.person, done: 'handover' }))
    },
    { messages: handoverMessages, before: (ctx) => requireRole(ctx, args.request, ...KEEPERS) },
  )

export default function Handover() {
  return <HandoverPage {...useLoaderData<typeof loader>()} />
}
