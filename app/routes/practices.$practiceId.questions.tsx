import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PublicFrame } from '#app/components/layout/frame.tsx'
import { publicMeta } from '#app/components/layout/public-meta.ts'
import { QuestionsPage } from '#app/components/question/questions-page.tsx'
import { askQuestion } from '#app/domain/question/ask-question.server.ts'
import { ASKERS } from '#app/domain/question/question.policy.ts'
import { askSchema } from '#app/domain/question/question.schema.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { loadPracticeQuestions } from '#app/http/practice-page.server.ts'
import { questionMessages, questionText } from '#app/i18n/question.ts'
import { paths } from '#app/paths.ts'

export const loader = (args: LoaderFunctionArgs) => loadPracticeQuestions(args, args.params.practiceId ?? '')

export const meta = publicMeta<typeof loader>(({ lang, data }) => ({
  title: questionText(lang).of(data?.practice.title[lang] ?? data?.practice.title.id ?? data?.practice.brand ?? ''),
  description: questionText(lang).lead,
  hidden: data && data.view.questions.length === 0,
}))

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    askSchema,
    async (ctx, { question }) => {
      const publicId = args.params.practiceId ?? ''
      await askQuestion(ctx, { publicId, question })
      return redirect(paths.practiceQuestions(publicId, { done: 'asked' }))
    },
    { messages: questionMessages, before: (ctx) => requireRole(ctx, args.request, ...ASKERS) },
  )

export default function PracticeQuestions() {
  return (
    <PublicFrame>
      <QuestionsPage {...useLoaderData<typeof loader>()} />
    </PublicFrame>
  )
}
