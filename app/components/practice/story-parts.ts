import { saysTheSame, type Written, written } from '#app/domain/practice/bilingual.ts'
import type { Lang } from '#app/i18n/lang.ts'
import { practicePageText } from '#app/i18n/practice-page.ts'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import type { Bilingual, BilingualField, PracticeContent } from '#db/practice-content.ts'
import { STORY_SECTIONS } from '#db/vocabulary.ts'

export type StoryPart = { id: string; title: string; text: Bilingual; field: BilingualField }

/**
 * The sentence below the title: the one-sentence summary, or the summary where only that is in the reader's language or
 * where the sentence only repeats the title.
 */
export function leadOf(content: PracticeContent, lang: Lang): { text: Written; isSummary: boolean } | undefined {
  const title = written(content.title, lang)
  const tagline = written(content.tagline, lang)
  const summary = written(content.story.summary, lang)
  const adds = tagline && !(title && saysTheSame(title.text, tagline.text))
  if (summary && (!adds || (summary.lang === lang && tagline.lang !== lang))) return { text: summary, isSummary: true }
  return adds ? { text: tagline, isSummary: false } : undefined
}

/** Which texts open the page of a practice. */
export function headFields(content: PracticeContent, lang: Lang): { title: BilingualField; lead?: BilingualField } {
  const lead = leadOf(content, lang)
  return { title: 'title', lead: lead && (lead.isSummary ? 'summary' : 'tagline') }
}

/** The written parts of the story that exist, in reading order. The summary is left out where it leads the page. */
export function storyParts(content: PracticeContent, lang: Lang): StoryPart[] {
  const t = practicePageText(lang)
  const words = vocabularyText(lang).storySection
  const lead = leadOf(content, lang)
  const story = STORY_SECTIONS.filter((section) => section !== 'summary').map((section) => ({
    id: section,
    title: words[section],
    text: content.story[section],
    field: section,
  }))
  const parts = [
    {
      ...{ id: 'ringkasan', title: t.part.summary, field: 'summary' as const },
      text: lead?.isSummary ? { id: null, en: null } : content.story.summary,
    },
    { id: 'masalah', title: t.part.problem, text: content.problem, field: 'problem' as const },
    { id: 'cara', title: t.part.approach, text: content.approach, field: 'approach' as const },
    ...story,
  ]
  return parts.filter(({ text }) => written(text, lang))
}
