import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { NewPracticePage } from '#app/components/practice/work/new-practice-page.tsx'
import { createPractice } from '#app/domain/practice/create-practice.server.ts'
import { findLikelySame, isVeryLikely } from '#app/domain/practice/likely-same.server.ts'
import { newPracticeSchema } from '#app/domain/practice/practice.schema.ts'
import { Conflict } from '#app/domain/shared/errors.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import type { Lang } from '#app/i18n/lang.ts'
import { likenessText } from '#app/i18n/likeness.ts'
import { practiceText } from '#app/i18n/practice.ts'
import { practiceMessages } from '#app/i18n/practice-messages.ts'
import { paths } from '#app/paths.ts'
import likenessScript from '../enhance/likeness.js?url'

/** The page works without it. */
export const handle = { script: likenessScript }

export const meta = pageTitle((lang) => practiceText(lang).create.title)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    const { organisationName: ownAgency } = requireRole(ctx, args.request, 'author')
    const title = new URL(args.request.url).searchParams.get('title') ?? ''
    return { formKey: randomUUID(), title, found: await findLikelySame(ctx, { title }, ctx.lang), ownAgency }
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    newPracticeSchema,
    async (ctx, value) => {
      if (!value.seen) {
        const found = await findLikelySame(ctx, { title: value.titleId }, ctx.lang)
        if (isVeryLikely({ title: value.titleId, brand: value.brand }, found))
          throw new Conflict('much like another', found)
      }
      const { publicId } = await createPractice(ctx, value)
      return redirect(paths.editPractice(publicId, 'identity'))
    },
    { messages, before: (ctx) => requireRole(ctx, args.request, 'author') },
  )

const messages = (lang: Lang) => ({ ...practiceMessages(lang), conflict: likenessText(lang).confirmLead })

export default function NewPractice() {
  return <NewPracticePage {...useLoaderData<typeof loader>()} />
}
