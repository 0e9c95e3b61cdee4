import { written } from '#app/domain/practice/bilingual.ts'
import type { PracticeView } from '#app/domain/practice/read-practice.server.ts'
import { BILINGUAL_FIELDS, readingNote } from '#app/domain/practice/translation.ts'
import type { Lang } from '#app/i18n/lang.ts'
import { practicePageText } from '#app/i18n/practice-page.ts'
import { translationText } from '#app/i18n/practice-translation.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import type { BilingualField } from '#db/practice-content.ts'
import { headFields } from './story-parts.ts'

const noteOf = ({ content, country }: PracticeView, field: BilingualField, reader: Lang) =>
  readingNote(content, field, { reader, original: country === 'ID' ? 'id' : 'en' })

/** Beside the heading of a text: that it is in the other language only, or that its translation is behind. */
export function ReadingNote({ practice, field }: { practice: PracticeView; field: BilingualField }) {
  const lang = useLang()
  const t = translationText(lang)
  const note = noteOf(practice, field, lang)
  if (!note || note.kind === 'unchecked') return null
  return <span className="small dim">{note.kind === 'only' ? t.only[note.lang] : t.readBehind(note.since)}</span>
}

/** In the head of the page, right under the title and the sentence that open it: which of them is behind. */
export function HeadNote({ practice, of }: { practice: PracticeView; of: 'title' | 'lead' }) {
  const lang = useLang()
  const field = headFields(practice.content, lang)[of]
  const note = field && noteOf(practice, field, lang)
  if (note?.kind !== 'behind') return null
  return <p className="small dim">{translationText(lang).readBehind(note.since)}</p>
}

/** Above the text: what a reader of this language should know of the page as a whole. */
export function LanguageNotes({ practice }: { practice: PracticeView }) {
  const lang = useLang()
  const notes = BILINGUAL_FIELDS.map((field) => noteOf(practice, field, lang))
  const t = translationText(lang)
  const sentences = [
    hasForeignText(practice, lang) && practicePageText(lang).foreignNote,
    notes.some((note) => note?.kind === 'unchecked') && t.unchecked,
  ].filter(Boolean)
  return sentences.length > 0 ? <p className="small dim mb-4">{sentences.join(' ')}</p> : null
}

/** Whether something on this page is not in the reader's language. */
function hasForeignText({ content, country }: PracticeView, lang: Lang): boolean {
  const texts = [content.title, content.problem, content.approach, ...Object.values(content.story)]
  const inOther = texts.some((text) => text[lang] === null && written(text, lang))
  const ownLang = country === 'ID' ? 'id' : 'en'
  return inOther || (ownLang !== lang && (content.results.length > 0 || content.remarks !== null))
}
