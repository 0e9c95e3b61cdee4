import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { WorkQuestionPage } from '#app/components/question/work-question-page.tsx'
import { moveQuestion } from '#app/domain/question/move-question.server.ts'
import { questionMoveSchema } from '#app/domain/question/question.schema.ts'
import { readQuestion } from '#app/domain/question/read-questions.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { questionMessages, questionText } from '#app/i18n/question.ts'
import { paths } from '#app/paths.ts'
import type { Role } from '#db/vocabulary.ts'

const READERS: Role[] = ['author', 'agency_admin', 'curator', 'hub_manager', 'national_admin']

export const meta = pageTitle((lang) => questionText(lang).list.title)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireRole(ctx, args.request, ...READERS)
    const done = new URL(args.request.url).searchParams.get('done')
    return { question: await readQuestion(ctx, args.params.questionId ?? ''), done }
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    questionMoveSchema,
    async (ctx, move) => {
      const id = args.params.questionId ?? ''
      await moveQuestion(ctx, id, move)
      return redirect(paths.workQuestion(id, { done: move.intent }))
    },
    { messages: questionMessages, before: (ctx) => requireRole(ctx, args.request, ...READERS) },
  )

export default function WorkQuestion() {
  return <WorkQuestionPage {...useLoaderData<typeof loader>()} />
}
