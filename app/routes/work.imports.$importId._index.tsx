import { type ActionFunctionArgs, data, type HeadersFunction, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ImportPage } from '#app/components/import/import-page.tsx'
import { pageTitle } from '#app/components/layout/page-title.ts'
import { IMPORTERS } from '#app/domain/import/import.policy.ts'
import { importMoveSchema, importQuerySchema } from '#app/domain/import/import.schema.ts'
import { moveImport } from '#app/domain/import/move-import.server.ts'
import { readImport } from '#app/domain/import/read-import.server.ts'
import { handleForm } from '#app/http/form.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { run } from '#app/http/respond.server.ts'
import { importText } from '#app/i18n/import.ts'
import { paths } from '#app/paths.ts'

/** Seconds after which a page that shows progress loads itself again. */
const REFRESH_S = 3

export const meta = pageTitle<typeof loader>((lang, shown) => shown?.sheet.fileName ?? importText(lang).list.title)

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireRole(ctx, args.request, ...IMPORTERS)
    const query = importQuerySchema.parse(Object.fromEntries(new URL(args.request.url).searchParams))
    const sheet = await readImport(ctx, args.params.importId ?? '', { view: query.view ?? null, page: query.page })
    const refreshes = sheet.isRunning && !query.still
    return data({ sheet, refreshes }, { headers: refreshes ? { Refresh: String(REFRESH_S) } : {} })
  })

export const action = (args: ActionFunctionArgs) =>
  handleForm(
    args,
    importMoveSchema,
    async (ctx, move) => {
      const importId = args.params.importId ?? ''
      const withDuplicates = move.intent === 'apply' && move.duplicates
      await moveImport(ctx, importId, { intent: move.intent, withDuplicates })
      return redirect(paths.import(importId))
    },
    { before: (ctx) => requireRole(ctx, args.request, ...IMPORTERS) },
  )

export default function Import() {
  return <ImportPage {...useLoaderData<typeof loader>()} />
}
