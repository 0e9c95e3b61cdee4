import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { LikelySamePage } from '#app/components/practice/work/likely-same-page.tsx'
import { answerLikeness } from '#app/domain/practice/answer-likeness.server.ts'
import { readLikelySame } from '#app/domain/practice/likely-same.server.ts'
import { likenessSchema } from '#app/domain/practice/practice.schema.ts'
import { mergeableAmong } from '#app/domain/practice/read-merge.server.ts'
import { findWork } from '#app/domain/practice/read-work.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { likenessText } from '#app/i18n/likeness.ts'
import { paths } from '#app/paths.ts'
import type { Role } from '#db/vocabulary.ts'

/** Authors say what resembles theirs; whoever answers for both makes one of two. */
const READERS: Role[] = ['author', 'curator', 'hub_manager', 'national_admin']

export const meta = pageTitle((lang) => likenessText(lang).title)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    const { organisationName: ownAgency, role } = requireRole(ctx, args.request, ...READERS)
    const publicId = args.params.practiceId ?? ''
    const [{ title }, found] = await Promise.all([findWork(ctx, publicId), readLikelySame(ctx, publicId, ctx.lang)])
    const mergeable = await mergeableAmong(ctx, publicId, found.published)
    return { found, publicId, title, ownAgency, mayAnswer: role === 'author', mergeable }
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    likenessSchema,
    async (ctx, value) => {
      const practiceId = args.params.practiceId ?? ''
      await answerLikeness(ctx, { practiceId, ...value })
      return redirect(paths.likelySame(practiceId))
    },
    { messages: (lang) => likenessText(lang).messages, before: (ctx) => requireRole(ctx, args.request, 'author') },
  )

export default function LikelySame() {
  return <LikelySamePage {...useLoaderData<typeof loader>()} />
}
