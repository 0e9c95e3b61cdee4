import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { BatchPage } from '#app/components/practice/review/batch-page.tsx'
import { makeBatch, previewBatch } from '#app/domain/practice/read-batch.server.ts'
import { batchActionSchema, batchSchema } from '#app/domain/practice/review.schema.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { practiceMessages } from '#app/i18n/practice-messages.ts'
import { queueText } from '#app/i18n/practice-queue.ts'
import { paths } from '#app/paths.ts'
import type { Role } from '#db/vocabulary.ts'

const REVIEWERS: Role[] = ['agency_admin', 'curator', 'national_admin']

export const meta = pageTitle((lang) => queueText(lang).batch.crumb)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireRole(ctx, args.request, ...REVIEWERS)
    const query = new URL(args.request.url).searchParams
    const action = batchActionSchema.parse(query.get('action'))
    const preview = await previewBatch(ctx, { action, practiceIds: query.getAll('id'), lang: ctx.lang })
    return { ...preview, batchId: randomUUID() as string }
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    batchSchema,
    async (ctx, value) => redirect(paths.reviewBatchResult((await makeBatch(ctx, value)).batchId)),
    { messages: practiceMessages, before: (ctx) => requireRole(ctx, args.request, ...REVIEWERS) },
  )

export default function ReviewBatch() {
  return <BatchPage {...useLoaderData<typeof loader>()} />
}
