import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ImportsPage } from '#app/components/import/imports-page.tsx'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { IMPORTERS } from '#app/domain/import/import.policy.ts'
import { importListSchema } from '#app/domain/import/import.schema.ts'
import { listOwnImports } from '#app/domain/import/read-import.server.ts'
import { startImport } from '#app/domain/import/start-import.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { handleUpload } from '#app/http/office-upload.server.ts'
import { run } from '#app/http/respond.server.ts'
import { importText } from '#app/i18n/import.ts'
import { officeFileMessages } from '#app/i18n/office-file.ts'
import { paths } from '#app/paths.ts'

export const meta = pageTitle((lang) => importText(lang).list.title)

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireRole(ctx, args.request, ...IMPORTERS)
    return listOwnImports(ctx, importListSchema.parse(Object.fromEntries(new URL(args.request.url).searchParams)))
  })

export const action = (args: ActionFunctionArgs) =>
  handleUpload(
    args,
    async (ctx, { fileName, bytes }) => {
      const { id } = await startImport(ctx, { fileName, bytes })
      return redirect(paths.import(id))
    },
    {
      messages: (lang) => ({ ...officeFileMessages(lang), ...importText(lang).messages }),
      before: (ctx) => requireRole(ctx, args.request, ...IMPORTERS),
    },
  )

export default function Imports() {
  return <ImportsPage {...useLoaderData<typeof loader>()} />
}
