import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PublicFrame } from '#app/components/layout/frame.tsx'
import { publicMeta } from '#app/components/layout/public-meta.ts'
import { ComparePage } from '#app/components/practice/compare-page.tsx'
import { chosenOf, readSearch, searchParams } from '#app/domain/practice/practice-query.ts'
import { readComparison } from '#app/domain/practice/read-practice.server.ts'
import { run } from '#app/http/respond.server.ts'
import { compareText } from '#app/i18n/compare.ts'
import { paths } from '#app/paths.ts'

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    const params = new URL(args.request.url).searchParams
    const ids = params.getAll('id')
    const from = readSearch(new URLSearchParams(params.get('from') ?? '')).state
    // Who wants to look on takes the choice along.
    if (params.has('go')) throw redirect(paths.practices(searchParams({ ...from, compare: chosenOf(ids) })))
    const comparison = await readComparison(ctx, ids, ctx.lang)
    const onlyDifferent = params.get('different') === '1'
    return { ...comparison, onlyDifferent, from: searchParams(from).toString(), now: ctx.now }
  })

export const meta = publicMeta<typeof loader>(({ lang, data }) => ({
  title: compareText(lang).title(data?.practices.length ?? 0),
  hidden: true,
}))

export default function Compare() {
  return (
    <PublicFrame>
      <ComparePage {...useLoaderData<typeof loader>()} />
    </PublicFrame>
  )
}
