import type { Written } from '#app/domain/practice/bilingual.ts'
import { useLang } from '#app/i18n/use-text.tsx'

/** A text, marked with its language where that is not the language of the page. */
export function InLanguage({ text, lang }: Written) {
  return useLang() === lang ? text : <span lang={lang}>{text}</span>
}

/** The value of a `lang` attribute: only where the text is not in the language of the page. */
export function useForeign(lang: Written['lang'] | undefined): Written['lang'] | undefined {
  return useLang() === lang ? undefined : lang
}
