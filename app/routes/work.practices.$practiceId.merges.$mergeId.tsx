import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { UndoMergePage } from '#app/components/practice/merge/undo-merge-page.tsx'
import { readUndoMerge } from '#app/domain/practice/merge-notes.server.ts'
import { undoMerge } from '#app/domain/practice/undo-merge.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { mergeText } from '#app/i18n/merge.ts'
import { paths } from '#app/paths.ts'
import type { Role } from '#db/vocabulary.ts'

const MERGERS: Role[] = ['curator', 'hub_manager', 'national_admin']

export const meta = pageTitle((lang) => mergeText(lang).undo.title)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireRole(ctx, args.request, ...MERGERS)
    const merge = await readUndoMerge(ctx, args.params.mergeId ?? '')
    return { publicId: args.params.practiceId === merge.into ? merge.into : merge.from, merge }
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    z.object({}),
    async (ctx) => {
      const { publicId, isRestored } = await undoMerge(ctx, { mergeId: args.params.mergeId ?? '' })
      return redirect(paths.workPractice(publicId, { done: isRestored ? 'merge_undone' : 'merge_undone_kept' }))
    },
    { messages: (lang) => mergeText(lang).messages, before: (ctx) => requireRole(ctx, args.request, ...MERGERS) },
  )

export default function UndoMerge() {
  return <UndoMergePage {...useLoaderData<typeof loader>()} />
}
