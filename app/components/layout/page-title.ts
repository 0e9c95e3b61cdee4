import type { LoaderFunction, MetaDescriptor, MetaFunction, SerializeFrom } from '@remix-run/node'
import { DEFAULT_LANG, isLang, type Lang } from '#app/i18n/lang.ts'

/** The title of the browser window in the language of the page: `export const meta = pageTitle<typeof loader>((lang, data) => …)`. */
export function pageTitle<Loader extends LoaderFunction>(
  title: (lang: Lang, data: SerializeFrom<Loader> | undefined) => string,
): MetaFunction<Loader> {
  return ({ data, matches }): MetaDescriptor[] => {
    const root: unknown = matches.find((match) => match.id === 'root')?.data
    const lang = typeof root === 'object' && root !== null && 'lang' in root ? root.lang : undefined
    return [{ title: `${title(isLang(lang) ? lang : DEFAULT_LANG, data as SerializeFrom<Loader> | undefined)} · JIPP` }]
  }
}
