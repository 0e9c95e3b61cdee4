import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { StatisticsPage } from '#app/components/statistics/statistics-page.tsx'
import { readStatisticsPage } from '#app/domain/statistics/read-statistics.server.ts'
import { runStatistics } from '#app/http/statistics.server.ts'
import { statisticsText } from '#app/i18n/statistics.ts'

export const meta = pageTitle((lang) => statisticsText(lang).title)

export const loader = (args: LoaderFunctionArgs) =>
  runStatistics(args, async (ctx, filter) => ({ view: await readStatisticsPage(ctx, filter) }))

export default function Statistics() {
  return <StatisticsPage {...useLoaderData<typeof loader>()} />
}
