import { isStorySection, type Section } from '../domain/practice/sections.ts'
import type { SubmissionGap } from '../domain/practice/submission.ts'
import type { Lang } from './lang.ts'
import { type Guide, guideText } from './practice-guides.ts'
import { practiceMessages } from './practice-messages.ts'
import { termsText } from './practice-terms.ts'
import { validationMessage } from './validation.ts'

export type GapSentence = { section: Section; field: string; sentence: string }

/** What blocks a submission, in sentences. */
export function gapSentences(lang: Lang, gaps: readonly SubmissionGap[]): GapSentence[] {
  const words = practiceMessages(lang)
  return gaps.map(({ section, field, message }) => ({
    section,
    field,
    sentence: validationMessage(lang, message, words),
  }))
}

export type EditorHelpWords = {
  guide: Guide | null
  gaps: GapSentence[]
  /** Hints that depend on the text, by field. */
  hints: Readonly<Record<string, string>>
}

type Help = { gaps: readonly SubmissionGap[]; suggestions: Record<Lang, string[]> | null }

/** The words of one section and one language, made by the loader: the script of the editor need not carry all others. */
export function editorHelpWords(lang: Lang, section: Section, { gaps, suggestions }: Help): EditorHelpWords {
  const { subjectsHint, suggested } = termsText(lang)
  const hintOf = (terms: readonly string[] = []) =>
    terms.length > 0 ? `${subjectsHint} ${suggested(terms.join(', '))}` : subjectsHint
  return {
    guide: isStorySection(section) ? guideText(lang)[section] : null,
    gaps: gapSentences(lang, gaps),
    hints:
      section === 'classification'
        ? { 'subjects.id': hintOf(suggestions?.id), 'subjects.en': hintOf(suggestions?.en) }
        : {},
  }
}
