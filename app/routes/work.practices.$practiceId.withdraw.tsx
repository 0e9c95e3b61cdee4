import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { WithdrawPage } from '#app/components/practice/work/withdraw-page.tsx'
import { readWithdrawal } from '#app/domain/practice/read-work.server.ts'
import { withdrawalSchema } from '#app/domain/practice/review.schema.ts'
import { withdrawPractice } from '#app/domain/practice/withdraw-practice.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { practiceText } from '#app/i18n/practice.ts'
import { practiceMessages } from '#app/i18n/practice-messages.ts'
import { paths } from '#app/paths.ts'

export const meta = pageTitle((lang) => practiceText(lang).overview.withdraw)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireRole(ctx, args.request, 'curator', 'national_admin')
    return readWithdrawal(ctx, args.params.practiceId ?? '')
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    withdrawalSchema,
    async (ctx, value) => {
      const practiceId = args.params.practiceId ?? ''
      await withdrawPractice(ctx, { practiceId, ...value })
      return redirect(paths.workPractice(practiceId, { done: 'withdrawn' }))
    },
    { messages: practiceMessages, before: (ctx) => requireRole(ctx, args.request, 'curator', 'national_admin') },
  )

export default function Withdraw() {
  return <WithdrawPage {...useLoaderData<typeof loader>()} />
}
