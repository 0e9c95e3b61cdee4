import { isStorySection, type Section } from '../domain/practice/sections.ts'
import type { Lang } from './lang.ts'
import { gateText } from './practice-gate.ts'
import { type Guide, guideText } from './practice-guides.ts'
import { termsText } from './practice-terms.ts'
import { text } from './text.ts'

export type EditorHelpWords = {
  guide: Guide | null
  /** The sentences of the rules in the language of the page. */
  sentences: Readonly<Record<string, string>>
  /** Hints by field: long ones, and those that depend on the text. */
  hints: Readonly<Record<string, string>>
}

/** Long hints of the editor, by field; `english` stands at every English side. */
const hintText = text(
  {
    english:
      'Terjemahan Anda sendiri. Tidak ada yang diterjemahkan mesin; bila kosong, pembaca Inggris melihat teks Indonesia dengan penanda.',
    contactEmail:
      'Kotak surat jabatan atau unit, bukan pribadi, agar tetap sampai setelah mutasi. Ditampilkan kepada umum.',
    remarks: 'Bila sebuah angka diragukan atau sumber berbeda pendapat. Ditampilkan kepada pembaca.',
  },
  {
    english:
      'Your own translation. Nothing is translated by machine; while it is empty, English readers see the Indonesian text with a mark.',
    contactEmail:
      'A mailbox of the office or unit, not of a person, so that it still works when people move on. Shown to the public.',
    remarks: 'When a figure is doubtful or sources differ. Shown to readers.',
  },
)

type Help = { suggestions: Record<Lang, string[]> | null }

/** The words of one section and one language, made by the loader: the script of the editor need not carry all others. */
export function editorHelpWords(lang: Lang, section: Section, { suggestions }: Help): EditorHelpWords {
  const { subjectsHint, suggested } = termsText(lang)
  const hintOf = (terms: readonly string[] = []) =>
    terms.length > 0 ? `${subjectsHint} ${suggested(terms.join(', '))}` : subjectsHint
  return {
    guide: isStorySection(section) ? guideText(lang)[section] : null,
    sentences: gateText(lang),
    hints: {
      ...hintText(lang),
      ...(section === 'classification' && {
        'subjects.id': hintOf(suggestions?.id),
        'subjects.en': hintOf(suggestions?.en),
      }),
    },
  }
}
