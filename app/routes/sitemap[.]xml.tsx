import type { LoaderFunctionArgs } from '@remix-run/node'
import { readSitemap } from '#app/domain/report/sitemap.server.ts'
import { run } from '#app/http/respond.server.ts'
import { siteOf } from '#app/http/site.server.ts'
import { sitemapXml } from '#app/http/sitemap.ts'

export const loader = (args: LoaderFunctionArgs) =>
  run(
    args,
    async (ctx) =>
      new Response(sitemapXml(siteOf(args.request), await readSitemap(ctx)), {
        headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, no-cache' },
      }),
  )
