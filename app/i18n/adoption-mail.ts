import { adoptionRecordText } from './adoption-record.ts'
import type { Lang } from './lang.ts'
import { letters } from './letters.ts'
import { vocabularyText } from './vocabulary.ts'

const eventName = (lang: Lang, event = '') =>
  (adoptionRecordText(lang).history.event as Record<string, string>)[event] ?? event

const stepName = (lang: Lang, step = '') =>
  (vocabularyText(lang).adoptionStep as unknown as Record<string, string>)[step] ?? step

/** Letters about needs and adoptions. */
export const adoptionLetters = letters<'adoption_news' | 'need_matched'>(
  {
    adoption_news: ({ event, step, adoption = '', practice, problem = '', agency = '', link = '' }) => ({
      subject: `Adopsi ${adoption}: ${eventName('id', event)}`,
      paragraphs: [
        `${eventName('id', event)} pada adopsi ${adoption} oleh ${agency}.`,
        `${practice ? `Praktik: ${practice}` : `Kebutuhan: ${problem}`}\nLangkah ${step}: ${stepName('id', step)}`,
        `Lihat yang perlu dikerjakan:\n${link}`,
      ],
    }),
    need_matched: ({ problem = '', link = '' }) => ({
      subject: 'Hub menemukan praktik untuk kebutuhan Anda',
      paragraphs: [
        `Kebutuhan: ${problem}`,
        `Hub menambahkan praktik yang mungkin menjawabnya. Bandingkan di sini:\n${link}`,
      ],
    }),
  },
  {
    adoption_news: ({ event, step, adoption = '', practice, practiceEn, problem = '', agency = '', link = '' }) => ({
      subject: `Adoption ${adoption}: ${eventName('en', event)}`,
      paragraphs: [
        `${eventName('en', event)}, adoption ${adoption} by ${agency}.`,
        `${practice ? `Practice: ${practiceEn || practice}` : `Need: ${problem}`}\nStep ${step}: ${stepName('en', step)}`,
        `See what is to be done:\n${link}`,
      ],
    }),
    need_matched: ({ problem = '', link = '' }) => ({
      subject: 'The hub found practices for your need',
      paragraphs: [`Need: ${problem}`, `The hub added practices that may answer it. Compare them here:\n${link}`],
    }),
  },
)
