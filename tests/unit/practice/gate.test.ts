import { describe, expect, test } from 'vitest'
import { acronymsBefore, checkSection, checkText } from '#app/domain/practice/check-text.ts'
import { RULES, SECTION_POINTS } from '#app/domain/practice/gate.ts'
import { sectionEntries } from '#app/domain/practice/section-form.ts'
import { emptyContent, SECTIONS } from '#app/domain/practice/sections.ts'
import { gateText } from '#app/i18n/practice-gate.ts'
import type { PracticeContent } from '#db/practice-content.ts'
import { contentOf, readCatalogue } from '#db/seed/catalogue.ts'
import { practiceContent } from '#db/seed/factories/practice.ts'

const found = (content: PracticeContent, ...rules: string[]) =>
  checkText(content)
    .findings.filter(({ rule }) => rules.length === 0 || rules.includes(rule))
    .map(({ rule, field, args }) => [rule, field, ...args].join(' '))

const withStory = (section: keyof PracticeContent['story'], id: string, en: string | null = null) => {
  const { story } = practiceContent()
  return practiceContent({ story: { ...story, [section]: { id, en } } })
}

test('the points of the sections are 100, and every rule has a sentence in both languages', () => {
  expect(Object.values(SECTION_POINTS).reduce((sum, points) => sum + points, 0)).toBe(100)
  for (const { name } of RULES) {
    for (const lang of ['id', 'en'] as const) expect(gateText(lang)[name], `${name} ${lang}`).toBeTruthy()
  }
})

describe('the score', () => {
  test('an empty text has none, and one finding never takes more than its section has', () => {
    const check = checkText(emptyContent('PELITA', 'sosial'))
    expect(check.score).toBeLessThanOrEqual(1)
    for (const { points, most } of check.sections) {
      expect(points).toBeGreaterThanOrEqual(0)
      expect(points).toBeLessThanOrEqual(most)
    }
  })

  test('every finding corrected raises it', () => {
    const before = checkText(practiceContent())
    const after = checkText(practiceContent({ level: 'regency_city', serviceType: 'services' }))
    expect(after.score).toBeGreaterThan(before.score)
    expect(after.findings).toHaveLength(before.findings.length - 2)
  })

  test('a section checked alone is the section checked with the rest', () => {
    const content = withStory('novelty', 'Warga MPP dan OPD bekerja bersama.', 'The MPP works.')
    const whole = checkText(content)
    for (const section of SECTIONS) {
      const seen = acronymsBefore(content, section)
      const alone = checkSection(section, sectionEntries(content, section), {
        seen: { id: new Set(seen.id), en: new Set(seen.en) },
        brand: content.brand,
      })
      expect(alone).toEqual(whole.sections.find((one) => one.section === section))
    }
  })
})

describe('identity', () => {
  test.each([
    ['PELITA CONTOH', true],
    ['Pelita contoh!', true],
    ['Lampu jalan yang dirawat warga', false],
  ])('the title %s only repeats the brand: %s', (id, is) => {
    expect(found(practiceContent({ title: { id, en: null } }), 'titleIsBrand')).toHaveLength(is ? 1 : 0)
  })

  test('what a brand stands for does not hide it', () => {
    const brand = 'PELITA (Penerangan Lingkungan Tangguh)'
    expect(found(practiceContent({ brand, title: { id: 'Pelita', en: null } }), 'titleIsBrand')).toHaveLength(1)
  })

  test('a name needs the consent of its owner', () => {
    const innovators = [
      { name: 'Ibu Contoh', consent: true },
      { name: 'Bapak Contoh', consent: false },
    ]
    expect(found(practiceContent({ innovators }), 'consentNeeded')).toEqual(['consentNeeded innovators[1].consent'])
  })

  test('a mailbox of a person is noticed', () => {
    expect(found(practiceContent({ contactEmail: 'contoh@gmail.com' }), 'privateMailbox')).toHaveLength(1)
    expect(found(practiceContent({ contactEmail: 'dishub@contoh.go.id' }), 'privateMailbox')).toEqual([])
  })
})

describe('results and costs', () => {
  const [line] = practiceContent().results
  const results = (more: Partial<typeof line>) => practiceContent({ results: [{ ...line!, ...more }] })

  test.each([
    [{ baseline: null }, ['baselineMissing results[0].baseline 1']],
    [{ method: ' ' }, ['methodMissing results[0].method 1']],
    [{ period: null, baseline: '66', result: '94' }, ['resultUndated results[0].resultOn 1']],
    [{ period: null, baseline: '66', result: '94', resultOn: '2025' }, []],
    [{ period: null, baseline: '66 (2023)', result: '94' }, []],
  ])('%o', (more, expected) => {
    expect(found(results(more), 'baselineMissing', 'methodMissing', 'resultUndated')).toEqual(expected)
  })

  test('a cost has an amount, a year and a scale', () => {
    const { kit } = practiceContent()
    const costs = [
      { item: 'Lampu', per: 'tiang', setUp: 1000, yearly: null, year: 2025 },
      { item: 'Kabel', per: null, setUp: null, yearly: null, year: null },
    ]
    expect(
      found(practiceContent({ kit: { ...kit, costs } }), 'costMissing', 'costYearMissing', 'costScaleMissing'),
    ).toEqual(['costMissing costs[1].setUp 2', 'costYearMissing costs[1].year 2', 'costScaleMissing costs[1].scale 2'])
  })

  test('the typed answer or the free one, both count', () => {
    const { kit } = practiceContent()
    const bare = { ...kit, staff: null, timeToLaunch: null }
    expect(found(practiceContent({ kit: bare }), 'unanswered')).toEqual(
      expect.arrayContaining(['unanswered staffing', 'unanswered launchMin']),
    )
    const rows = { ...bare, staffing: [{ role: 'Petugas', count: 2 }], launchMax: 6 }
    expect(found(practiceContent({ kit: rows }), 'unanswered')).not.toEqual(
      expect.arrayContaining(['unanswered staffing']),
    )
  })
})

describe('running text', () => {
  test('a sentence over 30 words is named by its first words', () => {
    const long = `Petugas ${'dan warga '.repeat(15)}bekerja.`
    expect(found(withStory('novelty', long), 'longSentence')).toEqual([
      'longSentence text.id 32 Petugas dan warga dan warga dan …',
    ])
    expect(found(withStory('novelty', 'Satu dua tiga.', long), 'longSentence')).toEqual([
      'longSentence text.en 32 Petugas dan warga dan warga dan …',
    ])
    expect(found(withStory('novelty', `${'kata '.repeat(30)}.`), 'longSentence')).toEqual([])
  })

  test('an acronym is named once, in the section where it comes first', () => {
    const { story } = practiceContent()
    const content = practiceContent({
      story: {
        ...story,
        summary: { id: 'Setiap OPD ikut.', en: null },
        background: { id: 'Setiap OPD dan MPP ikut.', en: 'Each OPD joins.' },
      },
    })
    expect(found(content, 'acronym')).toEqual(['acronym text.id OPD', 'acronym text.id MPP', 'acronym text.en OPD'])
  })

  test('the brand and what everybody knows need no words', () => {
    const text = 'PELITA memakai KTP, SMS dan APBD.'
    expect(found(practiceContent({ brand: 'PELITA', tagline: { id: text, en: null } }), 'acronym')).toEqual([])
  })

  test('mobile numbers are noticed, office numbers, sums and years are not', () => {
    expect(found(withStory('novelty', 'Hubungi 0812-3456-7890.'), 'phoneNumber')).toHaveLength(1)
    expect(found(withStory('novelty', 'Hubungi +62 812 3456 7890.'), 'phoneNumber')).toHaveLength(1)
    expect(found(withStory('novelty', 'Hubungi (0711) 123456, Rp 80.812.345.000, 2018 2019.'), 'phoneNumber')).toEqual(
      [],
    )
  })
})

test('the starting catalogue is checked without a fault, and nothing in it holds personal numbers', {
  timeout: 30_000,
}, () => {
  for (const record of readCatalogue().records) {
    const check = checkText(contentOf(record))
    expect(check.score).toBeGreaterThanOrEqual(0)
    expect(check.score).toBeLessThanOrEqual(100)
    expect(check.findings.filter(({ rule }) => rule === 'idNumber')).toEqual([])
  }
})
