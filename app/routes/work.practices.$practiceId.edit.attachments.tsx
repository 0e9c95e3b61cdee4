import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { SIGNING_FIELDS } from '#app/components/people/kept-form.tsx'
import { AttachmentsPage } from '#app/components/practice/attachment/attachments-page.tsx'
import { describeSchema } from '#app/domain/attachment/attachment.schema.ts'
import { describeAttachments } from '#app/domain/attachment/describe-attachments.server.ts'
import { readAttachments } from '#app/domain/attachment/read-attachments.server.ts'
import { answerUploads, hasFiles } from '#app/http/attachments.server.ts'
import { isStoreAway } from '#app/http/files.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireRole, requireRoleKeepingForm } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { attachmentMessages, attachmentText } from '#app/i18n/attachments.ts'
import { paths } from '#app/paths.ts'
import attachmentsScript from '../enhance/attachments.js?url'

/** Saves what is said of the files while one writes; without it every button of the form does. */
export const handle = { script: attachmentsScript }

export const meta = pageTitle<typeof loader>((lang, page) => `${attachmentText(lang).name} · ${page?.view.brand ?? ''}`)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireRole(ctx, args.request, 'author')
    const query = new URL(args.request.url).searchParams
    const view = await readAttachments(ctx, args.params.practiceId ?? '')
    return { view, done: query.get('done'), added: Number(query.get('added')) || 0, isStoreAway: await isStoreAway() }
  })

export async function action(args: ActionFunctionArgs) {
  const practiceId = args.params.practiceId ?? ''
  if (hasFiles(args.request)) return answerUploads(args, practiceId)
  return handleForm(
    args,
    describeSchema,
    async (ctx, { leadsOn, ...value }) => {
      await describeAttachments(ctx, { practiceId, ...value })
      if (leadsOn) return redirect(paths.workPractice(practiceId))
      const done = value.act ? ('remove' in value.act ? 'remove' : 'move') : 'saved'
      return redirect(paths.editPractice(practiceId, 'attachments', { done }))
    },
    {
      messages: attachmentMessages,
      before: (ctx) => requireRoleKeepingForm(ctx, args.request, 'author'),
      secret: SIGNING_FIELDS,
    },
  )
}

export default function Attachments() {
  const reply = useActionData<typeof action>()
  return (
    <AttachmentsPage
      {...useLoaderData<typeof loader>()}
      reply={reply && 'uploads' in reply ? reply.uploads : undefined}
    />
  )
}
