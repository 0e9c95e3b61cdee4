import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { NeedForm } from '#app/components/adoption/need-form.tsx'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { editedNeedSchema } from '#app/domain/adoption/need.schema.ts'
import { readNeedToEdit } from '#app/domain/adoption/read-need.server.ts'
import { editNeed } from '#app/domain/adoption/record-need.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireSignedIn } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { adoptionMessages } from '#app/i18n/adoption-messages.ts'
import { needText } from '#app/i18n/need.ts'
import { paths } from '#app/paths.ts'

export const meta = pageTitle((lang) => needText(lang).form.edit)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireSignedIn(ctx, args.request)
    return { need: await readNeedToEdit(ctx, args.params.needId ?? '') }
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    editedNeedSchema,
    async (ctx, sheet) => {
      const needId = args.params.needId ?? ''
      await editNeed(ctx, needId, sheet)
      return redirect(paths.workNeed(needId, { done: 'edited' }))
    },
    { messages: adoptionMessages, before: (ctx) => requireSignedIn(ctx, args.request) },
  )

export default function EditNeed() {
  return <NeedForm need={useLoaderData<typeof loader>().need} />
}
