import type { LifeStatus } from '#db/vocabulary.ts'
import { formatDate } from './format.ts'
import type { Lang } from './lang.ts'
import { type LetterParams, letters } from './letters.ts'
import { vocabularyText } from './vocabulary.ts'

const statusName = (lang: Lang, status = 'unconfirmed') => vocabularyText(lang).lifeStatus[status as LifeStatus]

const known = (lang: Lang, { isConfirmed, status, since = '' }: LetterParams) => {
  const date = formatDate(lang, since)
  if (lang === 'en')
    return isConfirmed
      ? `The last word: ${statusName(lang, status)}, on ${date}.`
      : `Published on ${date}; nobody has told since.`
  return isConfirmed
    ? `Kabar terakhir: ${statusName(lang, status).toLowerCase()}, ${date}.`
    : `Terbit ${date}, dan sejak itu belum ada kabar.`
}

/** The letter that asks whether a practice still runs. */
export const lifeLetters = letters(
  {
    life_question: (params) => ({
      subject: `Masih berjalan? ${params.title}`,
      paragraphs: [
        `Yth. pengelola praktik ${params.title} (${params.publicId}), ${params.agency},`,
        `${known('id', params)} Daerah lain yang membaca praktik ini perlu tahu apakah praktik ini masih berjalan.`,
        `Jawab dengan dua ketukan, tanpa kata sandi:\n${params.link}`,
        `Tautan hanya bisa dijawab satu kali, paling lambat ${formatDate('id', params.until ?? '')}. Yang memegang tautan ini dapat menjawab atas nama Anda: teruskan hanya kepada rekan yang mengelola praktik ini.`,
        `Halaman praktik:\n${new URL(params.practicePath ?? '', params.site).href}`,
      ],
    }),
  },
  {
    life_question: (params) => ({
      subject: `Still running? ${params.title}`,
      paragraphs: [
        `To the owner of practice ${params.title} (${params.publicId}), ${params.agency},`,
        `${known('en', params)} Other districts that read about it need to know whether it still runs.`,
        `Answer with two taps, without a password:\n${params.link}`,
        `The link can be answered once, until ${formatDate('en', params.until ?? '')}. Whoever has it can answer in your name: forward it only to colleagues who run this practice.`,
        `Page of the practice:\n${new URL(params.practicePath ?? '', params.site).href}`,
      ],
    }),
  },
)
