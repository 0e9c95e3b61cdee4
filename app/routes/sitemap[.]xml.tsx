import type { LoaderFunctionArgs } from '@remix-run/node'
import { readSitemapIndex } from '#app/domain/report/sitemap.server.ts'
import { run } from '#app/http/respond.server.ts'
import { siteOf } from '#app/http/site.server.ts'
import { sitemapIndex } from '#app/http/sitemap.ts'

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => sitemapIndex(siteOf(args.request), await readSitemapIndex(ctx)))
