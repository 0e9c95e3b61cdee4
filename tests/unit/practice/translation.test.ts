import { describe, expect, test } from 'vitest'
import { SECTIONS } from '#app/domain/practice/sections.ts'
import {
  bilingualFieldsOf,
  fingerprint,
  readingNote,
  stampTranslations,
  translationOf,
  withCheckedTranslation,
} from '#app/domain/practice/translation.ts'
import type { PracticeContent } from '#db/practice-content.ts'
import { practiceContent } from '#db/seed/factories/practice.ts'

const DAY = '2026-11-12'
const LATER = '2026-11-20'
const title = (id: string | null, en: string | null, rest: Partial<PracticeContent> = {}) =>
  practiceContent({ ...rest, title: { id, en } })
const stateOf = (content: PracticeContent) => translationOf(content, 'title').state

describe('the state of a translation', () => {
  const untouched = title('Lampu jalan', 'Street lamps')

  test.each([
    [title(null, null), 'none'],
    [title(null, 'Street lamps'), 'none'],
    [title('Lampu jalan', null), 'missing'],
    [untouched, 'draft'],
  ])('%#', (content, state) => {
    expect(stateOf(content)).toBe(state)
  })

  test('written, checked, left behind by a change of the source, brought level again', () => {
    const written = stampTranslations(title('Lampu jalan', null), title('Lampu jalan', 'Street lamps'), DAY)
    expect(translationOf(written, 'title')).toEqual({ state: 'draft', on: DAY })

    const checked = withCheckedTranslation(written, 'title', DAY)
    expect(translationOf(checked, 'title')).toEqual({ state: 'checked', on: DAY, checkedOn: DAY })

    const changed = stampTranslations(checked, { ...checked, title: { ...checked.title, id: 'Lampu gang' } }, LATER)
    expect(translationOf(changed, 'title')).toEqual({ state: 'behind', on: DAY, checkedOn: DAY, behindSince: LATER })

    const again = stampTranslations(changed, { ...changed, title: { id: 'Lampu gang', en: 'Alley lamps' } }, LATER)
    expect(translationOf(again, 'title')).toEqual({ state: 'draft', on: LATER })
  })

  test('a change taken back, or of spaces only, leaves nothing behind', () => {
    const checked = withCheckedTranslation(untouched, 'title', DAY)
    const changed = stampTranslations(checked, { ...checked, title: { ...checked.title, id: 'Lampu gang' } }, LATER)
    const back = stampTranslations(changed, { ...changed, title: { ...changed.title, id: 'Lampu  jalan ' } }, LATER)
    expect(stateOf(back)).toBe('checked')
    expect(back.translations?.title?.behindSince).toBeUndefined()
  })

  test('an old text that nobody stamped falls behind too, and can be said to hold still', () => {
    const changed = stampTranslations(untouched, title('Lampu gang', 'Street lamps'), LATER)
    expect(translationOf(changed, 'title')).toEqual({ state: 'behind', behindSince: LATER })
    expect(stateOf(withCheckedTranslation(changed, 'title', LATER))).toBe('checked')
  })

  test('without one of the texts there is no stamp; other texts keep theirs', () => {
    const checked = withCheckedTranslation(untouched, 'title', DAY)
    const emptied = stampTranslations(checked, { ...checked, title: { id: 'Lampu jalan', en: null } }, LATER)
    expect(emptied.translations).toBeUndefined()
    const other = stampTranslations(checked, { ...checked, brand: 'BARU' }, LATER)
    expect(other.translations).toEqual(checked.translations)
  })
})

test('every text in two languages belongs to exactly one section', () => {
  const fields = SECTIONS.flatMap((section) => bilingualFieldsOf(section).map(({ field }) => field))
  expect(fields).toHaveLength(13)
  expect(new Set(fields).size).toBe(13)
})

describe('what a reader is told', () => {
  const behind = stampTranslations(title('Lampu jalan', 'Street lamps'), title('Lampu gang', 'Street lamps'), LATER)
  const english = { reader: 'en', original: 'id' } as const
  const indonesian = { reader: 'id', original: 'id' } as const

  test.each([
    [title('Lampu', null), english, { kind: 'only', lang: 'id' }],
    [title('Lampu', 'Lamps'), english, { kind: 'unchecked' }],
    [withCheckedTranslation(title('Lampu', 'Lamps'), 'title', DAY), english, undefined],
    [behind, english, { kind: 'behind', since: LATER }],
    [behind, indonesian, undefined],
    [title(null, 'Lamps'), indonesian, { kind: 'only', lang: 'en' }],
    [title('Lampu', 'Lamps'), { reader: 'en', original: 'en' } as const, undefined],
    [title('Lampu', null), { reader: 'en', original: 'en' } as const, { kind: 'only', lang: 'id' }],
    [title(null, null), english, undefined],
  ])('%#', (content, readers, note) => {
    expect(readingNote(content, 'title', readers)).toEqual(note)
  })
})

test('the mark of a text tells texts apart and forgets spaces', () => {
  expect(fingerprint('Lampu jalan')).toBe(fingerprint('  Lampu\n\njalan '))
  const texts = Array.from({ length: 5_000 }, (_, index) => `Teks ${index}`)
  expect(new Set(texts.map(fingerprint)).size).toBe(texts.length)
})
