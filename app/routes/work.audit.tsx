import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { AuditPage } from '#app/components/people/audit-page.tsx'
import { auditFilterSchema } from '#app/domain/people/people.schema.ts'
import { readAudit } from '#app/domain/people/read-audit.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { auditText } from '#app/i18n/audit.ts'

export const meta = pageTitle((lang) => auditText(lang).title)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireRole(ctx, args.request, 'national_admin', 'observer')
    return readAudit(ctx, auditFilterSchema.parse(Object.fromEntries(new URL(args.request.url).searchParams)))
  })

export default function Audit() {
  return <AuditPage {...useLoaderData<typeof loader>()} />
}
