import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PublicFrame } from '#app/components/layout/frame.tsx'
import { publicMeta } from '#app/components/layout/public-meta.ts'
import { ComparePage } from '#app/components/practice/compare-page.tsx'
import { readComparison } from '#app/domain/practice/read-practice.server.ts'
import { run } from '#app/http/respond.server.ts'
import { compareText } from '#app/i18n/compare.ts'

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    const params = new URL(args.request.url).searchParams
    const comparison = await readComparison(ctx, params.getAll('id'), ctx.lang)
    return { ...comparison, onlyDifferent: params.get('different') === '1', now: ctx.now }
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
