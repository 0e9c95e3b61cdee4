import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { EXPORT_FORMATS, exportPractices } from '#app/domain/export/export-practices.server.ts'
import { readSearch } from '#app/domain/practice/practice-query.ts'
import { NotFound } from '#app/domain/shared/errors.ts'
import { apiLang, assertNoProblems, runApi } from '#app/http/api.server.ts'
import { download } from '#app/http/download.ts'
import { exportLimit } from '#app/http/search-limit.server.ts'
import { siteOf } from '#app/http/site.server.ts'
import { exportText } from '#app/i18n/export.ts'

const MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** `/exports/practices.csv`: everything that a search of the same parameters finds, as a file. */
export const loader = (args: LoaderFunctionArgs) =>
  runApi(args, async (ctx) => {
    const format = EXPORT_FORMATS.find((one) => args.params.file === `practices.${one}`)
    if (!format) throw new NotFound('no such export')
    const lang = apiLang(args.request)
    const { state, problems } = readSearch(new URL(args.request.url).searchParams)
    assertNoProblems(problems)
    await exportLimit.take(args.context.clientAddress)
    const file = await exportPractices(ctx, state, { format, lang, site: siteOf(args.request) })
    return new Response(createReadableStreamFromReadable(file), {
      headers: download(
        `${exportText(lang).file}-${ctx.now.toISOString().slice(0, 10)}.${format}`,
        MEDIA_TYPES[format],
      ),
    })
  })
