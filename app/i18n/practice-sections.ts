import { isStorySection, type Section } from '../domain/practice/sections.ts'
import { type Lang, text } from './text.ts'
import { vocabularyText } from './vocabulary.ts'

/** The sections of a practice beside its story. */
const sectionText = text<Record<string, string>>(
  {
    identity: 'Identitas dan kontak',
    classification: 'Klasifikasi',
    results: 'Angka hasil',
    kit: 'Perangkat adopsi',
    sources: 'Sumber dan penghargaan',
    attachments: 'Lampiran dan foto',
    general: 'Umum',
  },
  {
    identity: 'Identity and contact',
    classification: 'Classification',
    results: 'Result figures',
    kit: 'Adoption kit',
    sources: 'Sources and awards',
    attachments: 'Attachments and photos',
    general: 'General',
  },
)

/** The name of a section of a practice; `general` is for remarks on the whole. */
export function sectionName(lang: Lang, section: Section | 'general' | (string & {})): string {
  if (isStorySection(section)) return vocabularyText(lang).storySection[section]
  return sectionText(lang)[section] ?? section
}
