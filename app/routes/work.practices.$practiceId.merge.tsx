import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { MergePage } from '#app/components/practice/merge/merge-page.tsx'
import { mergeQueryOf, mergeSchema } from '#app/domain/practice/merge.schema.ts'
import { mergePractices } from '#app/domain/practice/merge-practices.server.ts'
import { readMerge } from '#app/domain/practice/read-merge.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { mergeText } from '#app/i18n/merge.ts'
import { paths } from '#app/paths.ts'
import type { Role } from '#db/vocabulary.ts'

const MERGERS: Role[] = ['curator', 'hub_manager', 'national_admin']

export const meta = pageTitle((lang) => mergeText(lang).link)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireRole(ctx, args.request, ...MERGERS)
    const query = mergeQueryOf(new URL(args.request.url).searchParams)
    return { view: await readMerge(ctx, args.params.practiceId ?? '', query, ctx.lang) }
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    mergeSchema,
    async (ctx, value) => {
      const { publicId } = await mergePractices(ctx, { practiceId: args.params.practiceId ?? '', ...value })
      return redirect(paths.workPractice(publicId, { done: 'merged' }))
    },
    { messages: (lang) => mergeText(lang).messages, before: (ctx) => requireRole(ctx, args.request, ...MERGERS) },
  )

export default function Merge() {
  return <MergePage {...useLoaderData<typeof loader>()} />
}
