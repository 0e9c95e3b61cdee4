import type { ReactNode } from 'react'
import type { Lang } from './lang.ts'

export type { Lang } from './lang.ts'

type Message = string | readonly Message[] | ((...values: never[]) => ReactNode) | { readonly [key: string]: Message }
type Messages = { readonly [key: string]: Message }
export type TextTable<T extends Messages = Messages> = (lang: Lang) => T

/**
 * Defines the words of one area in both languages. English must have exactly the keys of Indonesian:
 * a missing, an extra or a differently shaped key is a type error.
 */
export function text<T extends Messages>(id: T, en: NoInfer<T>): TextTable<T> {
  return (lang) => (lang === 'en' ? en : id)
}
