import type { LoaderFunctionArgs } from '@remix-run/node'
import { IMPORTERS } from '#app/domain/import/import.policy.ts'
import { importTemplate } from '#app/domain/import/write-sheets.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { sheetResponse } from '#app/http/office-upload.server.ts'
import { run } from '#app/http/respond.server.ts'

/** The sheet to be filled in. */
export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireRole(ctx, args.request, ...IMPORTERS)
    return sheetResponse(await importTemplate(ctx, ctx.lang), 'templat-impor-jipp.xlsx')
  })
