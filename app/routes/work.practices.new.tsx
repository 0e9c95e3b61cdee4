import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { NewPracticePage } from '#app/components/practice/work/new-practice-page.tsx'
import { createPractice } from '#app/domain/practice/create-practice.server.ts'
import { newPracticeSchema } from '#app/domain/practice/practice.schema.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { practiceText } from '#app/i18n/practice.ts'
import { practiceMessages } from '#app/i18n/practice-messages.ts'
import { paths } from '#app/paths.ts'

export const meta = pageTitle((lang) => practiceText(lang).create.title)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireRole(ctx, args.request, 'author')
    return { formKey: randomUUID() }
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    newPracticeSchema,
    async (ctx, value) => {
      const { publicId } = await createPractice(ctx, value)
      return redirect(paths.editPractice(publicId, 'identity'))
    },
    { messages: practiceMessages, before: (ctx) => requireRole(ctx, args.request, 'author') },
  )

export default function NewPractice() {
  return <NewPracticePage {...useLoaderData<typeof loader>()} />
}
