import { describe, expect, test } from 'vitest'
import { reviewDue } from '#app/domain/practice/review-due.ts'
import { composeMessage, fillTemplate, templateBody, unknownVariables } from '#app/domain/practice/review-templates.ts'
import { abbreviated, changedWords, wordDiff } from '#app/domain/practice/word-diff.ts'
import { builtInTemplates } from '#app/i18n/review-templates.ts'

const at = (moment: string) => new Date(moment)

describe('by when a check is due', () => {
  const sent = { state: 'submitted' as const, submittedAt: at('2026-11-20T03:00:00Z'), documentVerifiedAt: null }

  test('five working days for the documents', () => {
    // Friday; the fifth working day after it is the next Friday.
    expect(reviewDue(sent, 'WIB', at('2026-11-22T03:00:00Z'))).toMatchObject({
      stage: 'documents',
      due: '2026-11-27',
      left: 5,
      overdue: false,
      escalated: false,
    })
  })

  test('ten for the substance, counted from the first check, over Christmas', () => {
    const verified = { ...sent, state: 'document_verified' as const, documentVerifiedAt: at('2026-12-18T03:00:00Z') }
    expect(reviewDue(verified, 'WIB', at('2026-12-18T03:00:00Z'))).toMatchObject({
      stage: 'substance',
      due: '2027-01-07',
    })
  })

  test('on the last day it is due today, a day later it has passed, three working days later the manager hears of it', () => {
    const on = (day: string) => reviewDue(sent, 'WIB', at(`${day}T03:00:00Z`))
    expect(on('2026-11-27')).toMatchObject({ left: 0, overdue: false })
    expect(on('2026-11-28')).toMatchObject({ left: 0, overdue: true, escalated: false })
    expect(on('2026-12-01')).toMatchObject({ left: -2, overdue: true, escalated: false })
    expect(on('2026-12-02')).toMatchObject({ left: -3, overdue: true, escalated: true })
  })

  test('the day is that of the owner: late on Thursday in Jakarta is Friday in Jayapura', () => {
    const late = { ...sent, submittedAt: at('2026-11-19T16:00:00Z') }
    expect(reviewDue(late, 'WIB', late.submittedAt)?.due).toBe('2026-11-26')
    expect(reviewDue(late, 'WIT', late.submittedAt)?.due).toBe('2026-11-27')
  })

  test.each(['draft', 'changes_requested', 'published', 'discarded'] as const)('nothing is due while %s', (state) => {
    expect(reviewDue({ ...sent, state }, 'WIB', sent.submittedAt)).toBeNull()
  })
})

describe('answer templates', () => {
  const values = { judul: 'Antrean', instansi: 'Kabupaten Uji', bagian: '', batas: '4 Desember 2026' }

  test('variables are replaced, what is missing leaves a dash, other braces stay', () => {
    expect(fillTemplate('{judul} dari {instansi}: {bagian}, {batas} {x}', values)).toBe(
      'Antrean dari Kabupaten Uji: –, 4 Desember 2026 {x}',
    )
    expect(fillTemplate('{ judul }', values)).toBe('Antrean')
    expect(fillTemplate('{toString} {__proto__}', values)).toBe('{toString} {__proto__}')
  })

  test('a value is not read as a template again', () => {
    expect(fillTemplate('{judul}', { ...values, judul: '{instansi} $&' })).toBe('{instansi} $&')
  })

  test('unknown variables are named', () => {
    expect(unknownVariables('{judul} {title} { batas } {}')).toEqual(['title', ''])
    for (const { bodyId, bodyEn } of builtInTemplates) expect(unknownVariables(bodyId + bodyEn)).toEqual([])
  })

  test('template first, own words after it', () => {
    expect(composeMessage('Templat.', ' Sendiri. ')).toBe('Templat.\n\nSendiri.')
    expect(composeMessage(null, 'Sendiri.')).toBe('Sendiri.')
    expect(templateBody({ bodyId: 'a', bodyEn: 'b' }, 'en')).toBe('b')
  })
})

describe('a comparison on a phone', () => {
  const words = (n: number, word = 'kata') => Array.from({ length: n }, (_, i) => `${word}${i}`).join(' ')

  test('long kept passages are left out and counted, what changed keeps the words around it', () => {
    const before = `${words(100)} lama ${words(100, 'b')} akhir`
    const after = `${words(100)} baru ${words(100, 'b')} akhir`
    const runs = abbreviated(wordDiff(before, after))
    expect(runs.map(({ kind }) => kind)).toEqual(['left_out', 'same', 'removed', 'added', 'same', 'left_out'])
    expect(runs[0]).toEqual({ kind: 'left_out', words: 88 })
    expect(runs.at(-1)).toEqual({ kind: 'left_out', words: 89 })
    expect(changedWords(wordDiff(before, after))).toEqual({ added: 1, removed: 1 })
  })

  test('a short text is shown whole', () => {
    const runs = wordDiff('satu dua tiga', 'satu empat tiga')
    expect(abbreviated(runs)).toEqual(runs)
  })
})
