import type { LoaderFunctionArgs } from '@remix-run/node'
import { readSitemapHubs, readSitemapPractices } from '#app/domain/report/sitemap.server.ts'
import { NotFound } from '#app/domain/shared/errors.ts'
import { run } from '#app/http/respond.server.ts'
import { siteOf } from '#app/http/site.server.ts'
import { sitemapOfPages, sitemapOfPractices, sitemapPart } from '#app/http/sitemap.ts'

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    const site = siteOf(args.request)
    const part = sitemapPart(args.params.file ?? '')
    if (part === 'pages') return sitemapOfPages(site, await readSitemapHubs(ctx))
    const practices = part === undefined ? [] : await readSitemapPractices(ctx, part)
    if (practices.length === 0) throw new NotFound('no such list of addresses')
    return sitemapOfPractices(site, practices)
  })
