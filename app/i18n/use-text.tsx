import { createContext, useContext } from 'react'
import { DEFAULT_LANG, type Lang } from './lang.ts'

/** The language of the request, set by the entries for every page and every error page. */
export const RequestLang = createContext<Lang>(DEFAULT_LANG)

/** The language of this page. */
export const useLang = (): Lang => useContext(RequestLang)

/** The words of one area in the language of this page. */
export function useText<T>(table: (lang: Lang) => T): T {
  return table(useLang())
}
