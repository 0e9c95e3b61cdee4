import type { LoaderFunctionArgs } from '@remix-run/node'
import { suggestDistricts, suggestWords } from '#app/domain/practice/suggest-words.server.ts'
import { json, runApi } from '#app/http/api.server.ts'
import { langOf } from '#app/i18n/lang.ts'
import { searchPageText } from '#app/i18n/search-page.ts'
import { paths } from '#app/paths.ts'

const HEADERS = { 'Cache-Control': 'public, max-age=60', Vary: 'Cookie, Accept-Language' }

/** What somebody who is typing on the search page may mean; the same for everybody. */
export const loader = (args: LoaderFunctionArgs) =>
  runApi(args, async (ctx) => {
    const params = new URL(args.request.url).searchParams
    const q = params.get('q') ?? ''
    if (params.get('of') === 'district') {
      const names = await suggestDistricts(ctx, q)
      return json({ suggestions: names.map((text) => ({ text })) }, { headers: HEADERS })
    }
    const lang = langOf(args.request)
    const suggestions = (await suggestWords(ctx, q, lang)).map(({ kind, text, publicId }) => ({
      text,
      label: searchPageText(lang).suggestion[kind],
      href: publicId && paths.practice(publicId),
    }))
    return json({ suggestions }, { headers: HEADERS })
  })
