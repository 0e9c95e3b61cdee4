import type { TimeZone } from '#db/vocabulary.ts'
import type { Digest, DigestHit } from '../domain/saved-search/saved-search.ts'
import { paths } from '../paths.ts'
import { formatDateTime } from './format.ts'
import type { Lang } from './lang.ts'
import { type LetterParams, letters } from './letters.ts'

/** Told as JSON: a letter takes texts only. */
const digestOf = ({ digest = '' }: LetterParams) => JSON.parse(digest) as Digest

type Words = {
  isNew: (moment: string) => string
  isRevision: (moment: string) => string
  more: (n: number) => string
}

/** One paragraph a search: its name and address, then the practices. */
function searchesOf(lang: Lang, words: Words, params: LetterParams): string[] {
  const { site = '', zone = 'WIB' } = params
  const address = (path: string) => new URL(path, site).href
  const line = ({ title, place, publicId, publishedAt, isRevision }: DigestHit) => {
    const moment = formatDateTime(lang, new Date(publishedAt), zone as TimeZone)
    return `- ${title} (${place}), ${words[isRevision ? 'isRevision' : 'isNew'](moment)}\n  ${address(paths.practice(publicId))}`
  }
  return digestOf(params).searches.map(({ name, params: query, hits, more }) =>
    [
      `${name}\n${address(paths.practices(new URLSearchParams(query)))}`,
      ...hits.map(line),
      ...(more > 0 ? [words.more(more)] : []),
    ].join('\n'),
  )
}

/** The letter about new practices for saved searches. */
export const searchLetters = letters(
  {
    search_digest: (params) => {
      const { practices } = digestOf(params)
      const words: Words = {
        isNew: (moment) => `terbit ${moment}`,
        isRevision: (moment) => `versi baru, terbit ${moment}`,
        more: (n) => `dan ${n} lainnya`,
      }
      return {
        subject: `${practices} praktik terbit untuk pencarian Anda`,
        unsubscribePath: params.unsubscribePath,
        paragraphs: [
          `Yth. ${params.name},`,
          'Praktik berikut terbit dan cocok dengan pencarian yang Anda simpan di JIPP.',
          ...searchesOf('id', words, params),
          `Atur pencarian tersimpan dan kabarnya:\n${new URL(paths.savedSearches(), params.site).href}`,
          `Berhenti menerima kabar ini, tanpa perlu masuk:\n${new URL(params.unsubscribePath ?? '', params.site).href}`,
        ],
      }
    },
  },
  {
    search_digest: (params) => {
      const { practices } = digestOf(params)
      const words: Words = {
        isNew: (moment) => `published ${moment}`,
        isRevision: (moment) => `new version, published ${moment}`,
        more: (n) => `and ${n} more`,
      }
      return {
        subject: `${practices} ${practices === 1 ? 'practice' : 'practices'} published for your searches`,
        unsubscribePath: params.unsubscribePath,
        paragraphs: [
          `Dear ${params.name},`,
          'These practices were published and fit searches that you saved at JIPP.',
          ...searchesOf('en', words, params),
          `Manage your saved searches and their mail:\n${new URL(paths.savedSearches(), params.site).href}`,
          `Stop this mail, without signing in:\n${new URL(params.unsubscribePath ?? '', params.site).href}`,
        ],
      }
    },
  },
)
