import { useRouteLoaderData } from '@remix-run/react'
import { createContext, useContext } from 'react'
import { DEFAULT_LANG, isLang, type Lang } from './lang.ts'

/** The language of the request itself, set by the entries; it still answers when the root loader failed. */
export const RequestLang = createContext<Lang>(DEFAULT_LANG)

/** The language of this page. */
export function useLang(): Lang {
  const root: unknown = useRouteLoaderData('root')
  const requested = useContext(RequestLang)
  const loaded = typeof root === 'object' && root !== null && 'lang' in root ? root.lang : undefined
  return isLang(loaded) ? loaded : requested
}

/** The words of one area in the language of this page. */
export function useText<T>(table: (lang: Lang) => T): T {
  return table(useLang())
}
