import type { LoaderFunctionArgs } from '@remix-run/node'
import { siteOf } from '#app/http/site.server.ts'
import { paths } from '#app/paths.ts'

/** Pages are for everybody; endless combinations of filters, comparisons and the workspace are not for search engines. */
export const loader = ({ request }: LoaderFunctionArgs) =>
  new Response(
    [
      'User-agent: *',
      'Disallow: /api/',
      'Disallow: /compare',
      'Disallow: /exports/',
      'Disallow: /practices?',
      'Disallow: /practices/suggest',
      'Disallow: /sign-in',
      'Disallow: /unsubscribe',
      'Disallow: /work',
      '',
      `Sitemap: ${siteOf(request)}${paths.sitemap()}`,
      '',
    ].join('\n'),
    { headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' } },
  )
