import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { WordUploadPage } from '#app/components/proposal/word-upload-page.tsx'
import { draftFor } from '#app/domain/proposal/read-proposal.server.ts'
import { storeProposal } from '#app/domain/proposal/store-proposal.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { handleUpload } from '#app/http/office-upload.server.ts'
import { run } from '#app/http/respond.server.ts'
import { officeFileMessages } from '#app/i18n/office-file.ts'
import { proposalText } from '#app/i18n/proposal.ts'
import { paths } from '#app/paths.ts'

export const meta = pageTitle((lang) => proposalText(lang).upload.title)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireRole(ctx, args.request, 'author')
    const practiceId = new URL(args.request.url).searchParams.get('practice')
    if (!practiceId) return { draft: null }
    const { practice, title } = await draftFor(ctx, practiceId)
    return { draft: { publicId: practice.publicId, title } }
  })

export const action = (args: ActionFunctionArgs) =>
  handleUpload(
    args,
    async (ctx, { form, ...file }) => {
      const practice = form.get('practice')
      const practiceId = typeof practice === 'string' && practice ? practice : undefined
      const { id } = await storeProposal(ctx, { ...file, practiceId })
      return redirect(paths.wordFile(id))
    },
    { messages: officeFileMessages, before: (ctx) => requireRole(ctx, args.request, 'author') },
  )

export default function WordFiles() {
  return <WordUploadPage {...useLoaderData<typeof loader>()} />
}
