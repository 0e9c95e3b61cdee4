import type { LoaderFunctionArgs } from '@remix-run/node'
import { IMPORTERS } from '#app/domain/import/import.policy.ts'
import { faultyRows } from '#app/domain/import/write-sheets.server.ts'
import { requireRole } from '#app/http/guard.server.ts'
import { sheetResponse } from '#app/http/office-upload.server.ts'
import { run } from '#app/http/respond.server.ts'

/** The rows of a sheet that have errors, to be corrected and uploaded again. */
export const loader = (args: LoaderFunctionArgs) =>
  run(args, async (ctx) => {
    requireRole(ctx, args.request, ...IMPORTERS)
    const { bytes, fileName } = await faultyRows(ctx, args.params.importId ?? '', ctx.lang)
    return sheetResponse(bytes, fileName)
  })
