import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { PracticeListPage } from '#app/components/practice/work/practice-list.tsx'
import { PRACTICE_READERS } from '#app/domain/practice/practice.policy.ts'
import { practiceListSchema } from '#app/domain/practice/practice.schema.ts'
import { listOwnPractices } from '#app/domain/practice/read-work.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { practiceText } from '#app/i18n/practice.ts'

export const meta = pageTitle((lang) => practiceText(lang).list.title)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    const { organisationKind: kind } = requireRole(ctx, args.request, ...PRACTICE_READERS)
    const query = Object.fromEntries(new URL(args.request.url).searchParams)
    const { done = null, ...filter } = practiceListSchema.parse(query)
    return { ...(await listOwnPractices(ctx, filter)), kind, done, now: ctx.now }
  })

export default function WorkPractices() {
  return <PracticeListPage {...useLoaderData<typeof loader>()} />
}
