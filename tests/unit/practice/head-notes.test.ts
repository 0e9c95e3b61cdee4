import { expect, test } from 'vitest'
import { headFields, storyParts } from '#app/components/practice/story-parts.ts'
import { emptyContent } from '#app/domain/practice/sections.ts'
import { BILINGUAL_FIELDS, readingNote, stampTranslations } from '#app/domain/practice/translation.ts'
import type { PracticeContent } from '#db/practice-content.ts'

const TITLE = { id: 'Bidan kapal menjemput ibu hamil', en: 'A boat fetches pregnant women' }
const SUMMARY = { id: 'Kapal menjemput tiap bulan.', en: 'The boat comes every month.' }
const TAGLINE = { id: 'Pulau kecil punya bidan.', en: 'Small islands have a midwife.' }

function content(parts: Partial<PracticeContent>): PracticeContent {
  const empty = emptyContent('BIDAN', 'kesehatan')
  return { ...empty, title: TITLE, ...parts, story: { ...empty.story, summary: SUMMARY } }
}

const changed = (before: PracticeContent, after: PracticeContent) =>
  stampTranslations(stampTranslations(emptyContent('BIDAN', 'kesehatan'), before, '2026-05-01'), after, '2026-11-20')

/** Every text that stands anywhere on the page, in the head or under a heading of its own. */
const shown = (text: PracticeContent) => [
  ...Object.values(headFields(text, 'en')).filter((field) => field !== undefined),
  ...storyParts(text, 'en').map(({ field }) => field),
]

test.each([
  ['the summary that opens the page', content({}), 'summary'],
  ['the summary under its heading', content({ tagline: TAGLINE }), 'summary'],
  ['the sentence below the title', content({ tagline: TAGLINE }), 'tagline'],
  ['the title', content({ tagline: TAGLINE }), 'title'],
  ['the problem', content({ problem: SUMMARY }), 'problem'],
  ['the approach', content({ approach: SUMMARY }), 'approach'],
] as const)('%s is marked where its English is behind', (_, before, field) => {
  const other = { id: 'Kapal menjemput tiap pekan sejak 2025.' }
  const after =
    field === 'summary'
      ? { ...before, story: { ...before.story, summary: { ...SUMMARY, ...other } } }
      : { ...before, [field]: { ...before[field], ...other } }
  const text = changed(before, after)
  const behind = BILINGUAL_FIELDS.filter(
    (one) => readingNote(text, one, { reader: 'en', original: 'id' })?.kind === 'behind',
  )
  expect(behind).toEqual([field])
  expect(shown(text)).toContain(field)
})
