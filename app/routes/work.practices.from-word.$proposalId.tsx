import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { WordPreviewPage } from '#app/components/proposal/word-preview-page.tsx'
import { arrangeProposal, fillFromProposal } from '#app/domain/proposal/fill-from-proposal.server.ts'
import { proposalSchema } from '#app/domain/proposal/proposal.schema.ts'
import { readProposal } from '#app/domain/proposal/read-proposal.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { proposalText } from '#app/i18n/proposal.ts'
import { paths } from '#app/paths.ts'

export const meta = pageTitle<typeof loader>((lang, data) =>
  data ? proposalText(lang).preview.title(data.view.fileName) : proposalText(lang).upload.title,
)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireRole(ctx, args.request, 'author')
    const query = new URL(args.request.url).searchParams
    const named = (key: string) => query.get(key)?.split('.').filter(Boolean) ?? []
    const view = await readProposal(ctx, args.params.proposalId ?? '')
    return { view, filled: named('filled'), changed: named('changed') }
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    proposalSchema,
    async (ctx, value) => {
      const id = args.params.proposalId ?? ''
      if (value.intent === 'arrange') {
        await arrangeProposal(ctx, id, value.to)
        return redirect(paths.wordFile(id))
      }
      const { filled, changed } = await fillFromProposal(ctx, id, value)
      return redirect(paths.wordFile(id, { filled: filled.join('.'), changed: changed.join('.') }))
    },
    {
      messages: (lang) => proposalText(lang).messages,
      before: (ctx) => requireRole(ctx, args.request, 'author'),
    },
  )

export default function WordFile() {
  return <WordPreviewPage {...useLoaderData<typeof loader>()} />
}
