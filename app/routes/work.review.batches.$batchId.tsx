import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { BatchResultPage } from '#app/components/practice/review/batch-result-page.tsx'
import { readBatch } from '#app/domain/practice/read-batch.server.ts'
import { undoBatch } from '#app/domain/practice/undo-batch.server.ts'
import { NotFound } from '#app/domain/shared/errors.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { queueText } from '#app/i18n/practice-queue.ts'
import { paths } from '#app/paths.ts'
import type { Role } from '#db/vocabulary.ts'

const REVIEWERS: Role[] = ['agency_admin', 'curator', 'national_admin']

export const meta = pageTitle((lang) => queueText(lang).batch.crumb)

function batchIdOf({ params }: LoaderFunctionArgs): string {
  const id = z.uuid().safeParse(params.batchId)
  if (!id.success) throw new NotFound('not an id')
  return id.data
}

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireRole(ctx, args.request, ...REVIEWERS)
    return { batch: await readBatch(ctx, batchIdOf(args)) }
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    z.object({ intent: z.literal('undo') }),
    async (ctx) => redirect(paths.reviewBatchResult((await undoBatch(ctx, { batchId: batchIdOf(args) })).batchId)),
    { before: (ctx) => requireRole(ctx, args.request, ...REVIEWERS) },
  )

export default function ReviewBatchResult() {
  return <BatchResultPage {...useLoaderData<typeof loader>()} />
}
