import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { PreviewPage } from '#app/components/practice/work/preview-page.tsx'
import { PRACTICE_READERS } from '#app/domain/practice/practice.policy.ts'
import { qrPath } from '#app/domain/practice/qr-path.server.ts'
import { readPreview } from '#app/domain/practice/read-work.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { siteOf } from '#app/http/site.server.ts'
import { practiceText } from '#app/i18n/practice.ts'
import { paths } from '#app/paths.ts'

export const meta = pageTitle((lang) => practiceText(lang).overview.preview)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireRole(ctx, args.request, ...PRACTICE_READERS)
    const { practiceId = '' } = args.params
    const { view } = await readPreview(ctx, practiceId)
    const site = siteOf(args.request)
    return { practice: view, similar: [], qr: qrPath(site + paths.practice(practiceId)), site, now: ctx.now }
  })

export default function Preview() {
  return <PreviewPage {...useLoaderData<typeof loader>()} />
}
