import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { WorkQuestionsPage } from '#app/components/question/work-questions-page.tsx'
import { questionListSchema } from '#app/domain/question/question.schema.ts'
import { readWorkQuestions } from '#app/domain/question/read-questions.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { questionText } from '#app/i18n/question.ts'
import type { Role } from '#db/vocabulary.ts'

const READERS: Role[] = ['author', 'agency_admin', 'curator', 'hub_manager', 'national_admin']

export const meta = pageTitle((lang) => questionText(lang).list.title)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireRole(ctx, args.request, ...READERS)
    const query = Object.fromEntries(new URL(args.request.url).searchParams)
    return readWorkQuestions(ctx, questionListSchema.parse(query))
  })

export default function WorkQuestions() {
  return <WorkQuestionsPage {...useLoaderData<typeof loader>()} />
}
