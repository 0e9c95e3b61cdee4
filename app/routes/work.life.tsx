import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LifePage } from '#app/components/heartbeat/life-page.tsx'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { lifeListActionSchema } from '#app/domain/heartbeat/heartbeat.schema.ts'
import { prepareWhatsapp, sendReminders } from '#app/domain/heartbeat/send-reminders.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { loadLifeList } from '#app/http/life-list.server.ts'
import { lifeMessages, lifeText } from '#app/i18n/life.ts'
import { paths } from '#app/paths.ts'
import type { Role } from '#db/vocabulary.ts'

const KEEPERS: Role[] = ['curator', 'hub_manager', 'agency_admin', 'national_admin']

export const meta = pageTitle((lang) => lifeText(lang).list.title)

export const loader = (args: LoaderFunctionArgs) => loadLifeList(args, KEEPERS)

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    lifeListActionSchema,
    async (ctx, { intent, id: publicIds }) => {
      if (intent === 'send')
        return redirect(paths.workLife({ done: intent, n: await sendReminders(ctx, { publicIds }) }))
      const n = await prepareWhatsapp(ctx, { publicIds })
      return redirect(paths.workLife({ view: intent, done: intent, n }))
    },
    { messages: lifeMessages, before: (ctx) => requireRole(ctx, args.request, ...KEEPERS) },
  )

export default function WorkLife() {
  return <LifePage {...useLoaderData<typeof loader>()} />
}
