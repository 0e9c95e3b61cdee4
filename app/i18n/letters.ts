import type { Lang } from './lang.ts'

/** What a letter is told. `site` is its address, `link` the full address made from the `path` that the verb gave. */
export type LetterParams = Readonly<Record<string, string>>
export type Letter = (params: LetterParams) => {
  subject: string
  paragraphs: string[]
  /** The path that stops mail of this kind with one POST. */
  unsubscribePath?: string
}

/** Defines the letters of one concept by the names of their templates; both languages must have the same ones. */
export function letters<T extends string>(id: Record<T, Letter>, en: Record<NoInfer<T>, Letter>) {
  return (lang: Lang): Readonly<Record<string, Letter | undefined>> => (lang === 'en' ? en : id)
}
