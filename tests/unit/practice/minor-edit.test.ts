import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isMinorEdit, isTypo, lettersApart, minorChanges } from '#app/domain/practice/minor-edit.ts'
import { practiceContent } from '#db/seed/factories/practice.ts'
import { MINOR_KINDS, STORY_SECTIONS } from '#db/vocabulary.ts'

describe('a slip of the pen', () => {
  test.each([
    ['Warga mengatre sejak subuh.', 'Warga mengantre sejak subuh.', true],
    ['Warga mengantre', 'warga mengantre.', true],
    ['Layanan ini gratis.', 'Layanan ini tidak gratis.', false],
    ['Layanan ini tidak gratis.', 'Layanan ini gratis.', false],
    ['Turun 12 persen.', 'Turun 72 persen.', false],
    ['Turun 1,2 persen.', 'Turun 12 persen.', false],
    ['Dibuka setiap hari.', 'Dibuka seminggu sekali.', false],
    ['', 'a', false],
    ['a', ' ', false],
  ])('%j → %j: %s', (from, to, expected) => {
    expect(isTypo(from, to)).toBe(expected)
    expect(isTypo(to, from)).toBe(expected)
  })

  test('in a long text at most one letter in a hundred, never more than twelve', () => {
    const text = 'kata '.repeat(400)
    const changed = (letters: number) => 'x'.repeat(letters) + text.slice(letters)
    expect(isTypo(text, changed(12))).toBe(true)
    expect(isTypo(text, changed(13))).toBe(false)
    const short = text.slice(0, 500)
    expect(isTypo(short, `xxxxx${short.slice(5)}`)).toBe(true)
    expect(isTypo(short, `xxxxxx${short.slice(6)}`)).toBe(false)
  })

  test('the distance is that of the whole table, up to the limit', () => {
    const full = (a: string, b: string) => {
      const first = Array.from({ length: [...b].length + 1 }, (_, j) => j)
      return [...a].reduce((row, c, i) => {
        const next = [i + 1]
        for (const [j, d] of [...b].entries())
          next.push(Math.min(row[j]! + (c === d ? 0 : 1), row[j + 1]! + 1, next[j]! + 1))
        return next
      }, first)[[...b].length]!
    }
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), maxLength: 14 })
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 8 }), (a, b, most) => {
        expect(lettersApart(a, b, most)).toBe(Math.min(full(a, b), most + 1))
      }),
      { numRuns: 500 },
    )
  })
})

describe('what a hub may let pass', () => {
  const before = practiceContent()
  const all = [...MINOR_KINDS]
  type Content = typeof before
  const changed = (change: (content: Content) => void) => {
    const after = structuredClone(before)
    change(after)
    return after
  }
  const typo = changed((c) => {
    c.story.background.id = `${c.story.background.id}.`
  })

  test('nothing changed is no edit', () => {
    expect(isMinorEdit(before, structuredClone(before), all)).toBe(false)
  })

  test.each([
    [
      'contact',
      changed((c) => {
        c.contactEmail = 'baru@contoh.invalid'
      }),
    ],
    [
      'contact',
      changed((c) => {
        c.unit = 'Dinas Lain'
      }),
    ],
    ['typo', typo],
    [
      'links',
      changed((c) => {
        c.sources.push('https://contoh.invalid/sumber')
      }),
    ],
  ] as const)('%s passes where the hub allows it, and only there', (kind, after) => {
    expect(minorChanges(before, after).map((change) => change.kind)).toEqual([kind])
    expect(isMinorEdit(before, after, [kind])).toBe(true)
    expect(
      isMinorEdit(
        before,
        after,
        all.filter((one) => one !== kind),
      ),
    ).toBe(false)
    expect(isMinorEdit(before, after, [])).toBe(false)
  })

  test.each<[string, (content: Content) => void]>([
    [
      'the title',
      (c) => {
        c.title.id = `${c.title.id}.`
      },
    ],
    [
      'the English title',
      (c) => {
        c.title.en = `${c.title.en ?? ''}.`
      },
    ],
    [
      'the brand',
      (c) => {
        c.brand = `${c.brand}.`
      },
    ],
    [
      'a result',
      (c) => {
        c.results[0]!.method = 'x'
      },
    ],
    [
      'the reason for no results',
      (c) => {
        c.noResultsReason = 'x'
      },
    ],
    [
      'a cost',
      (c) => {
        c.kit.costs.push({ item: 'x', per: null, setUp: 1, yearly: null, year: null })
      },
    ],
    [
      'a part',
      (c) => {
        c.kit.parts.push({ name: 'x', kind: 'core' })
      },
    ],
    [
      'the sector',
      (c) => {
        c.sector = 'lainnya'
      },
    ],
    [
      'the licence',
      (c) => {
        c.kit.licence = 'x'
      },
    ],
    [
      'a field that no form knows',
      (c) => {
        Object.assign(c, { attachments: [{ fileId: 'x' }] })
      },
    ],
    [
      'an award',
      (c) => {
        c.awards.push({ name: 'x', year: 2025 })
      },
    ],
  ])('%s always needs a review, also beside a minor change', (_what, change) => {
    const after = structuredClone(typo)
    change(after)
    expect(isMinorEdit(before, after, all)).toBe(false)
    expect(isMinorEdit(before, changed(change), all)).toBe(false)
  })

  test('every section of the story may have its slips corrected', () => {
    for (const section of STORY_SECTIONS) {
      const from = structuredClone(before)
      from.story[section].id = 'Warga mengatre sejak subuh.'
      const to = structuredClone(from)
      to.story[section].id = 'Warga mengantre sejak subuh.'
      expect(isMinorEdit(from, to, ['typo'])).toBe(true)
    }
  })
})
