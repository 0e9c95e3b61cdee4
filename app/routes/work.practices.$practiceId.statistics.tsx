import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { PracticeStatisticsPage } from '#app/components/statistics/practice-statistics-page.tsx'
import { readPracticeStatistics } from '#app/domain/statistics/read-statistics.server.ts'
import { runStatistics } from '#app/http/statistics.server.ts'
import { statisticsText } from '#app/i18n/statistics.ts'

export const meta = pageTitle<typeof loader>((lang, data) => {
  const t = statisticsText(lang)
  return data ? t.titleOf(data.view.title) : t.title
})

export const loader = (args: LoaderFunctionArgs) =>
  runStatistics(args, async (ctx, filter) => ({
    view: await readPracticeStatistics(ctx, args.params.practiceId ?? '', filter),
  }))

export default function PracticeStatistics() {
  return <PracticeStatisticsPage {...useLoaderData<typeof loader>()} />
}
