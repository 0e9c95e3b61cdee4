import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { JobsPage } from '#app/components/report/jobs-page.tsx'
import { jobHealthSchema } from '#app/domain/report/job-health.schema.ts'
import { readJobHealth, settleJob } from '#app/domain/report/job-health.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { jobsText } from '#app/i18n/jobs.ts'
import { paths } from '#app/paths.ts'

export const meta = pageTitle((lang) => jobsText(lang).title)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireRole(ctx, args.request, 'national_admin')
    return { ...(await readJobHealth(ctx)), done: new URL(args.request.url).searchParams.get('done') }
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    jobHealthSchema,
    async (ctx, value) => {
      await settleJob(ctx, value)
      return redirect(paths.jobs(value.intent))
    },
    { before: (ctx) => requireRole(ctx, args.request, 'national_admin') },
  )

export default function Jobs() {
  return <JobsPage {...useLoaderData<typeof loader>()} />
}
