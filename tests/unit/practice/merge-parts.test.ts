import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical, sameEntry, unionOf } from '#app/domain/practice/merge-lists.ts'
import {
  MERGE_PARTS,
  type MergePick,
  mergeDifferences,
  mergeTexts,
  missingPicks,
} from '#app/domain/practice/merge-parts.ts'
import { sectionSchemas } from '#app/domain/practice/practice.schema.ts'
import { sectionEntries } from '#app/domain/practice/section-form.ts'
import { sectionPatch } from '#app/domain/practice/section-patch.ts'
import { SECTIONS } from '#app/domain/practice/sections.ts'
import type { PracticeContent } from '#db/practice-content.ts'
import { practiceContent } from '#db/seed/factories/practice.ts'

const differing = (survivor: PracticeContent, other: PracticeContent) =>
  Object.fromEntries(mergeDifferences(survivor, other).map((one) => [one.name, one]))
const proposals = (survivor: PracticeContent, other: PracticeContent) =>
  Object.fromEntries(mergeDifferences(survivor, other).map(({ name, proposed }) => [name, proposed]))
const proposedOf = (name: string, survivor: Partial<PracticeContent>, other: Partial<PracticeContent>) =>
  proposals(practiceContent(survivor), practiceContent(other))[name]
const kitOf = (changes: Partial<PracticeContent['kit']>) => ({ kit: { ...practiceContent().kit, ...changes } })
const [line] = practiceContent().results

describe('every field of the editor is part of a choice', () => {
  test('and of one only', () => {
    const shown = new Set(SECTIONS.flatMap((section) => sectionEntries(whole(), section).map(([name]) => baseOf(name))))
    const covered = MERGE_PARTS.filter(({ section }) => section !== 'attachments').flatMap(({ fields }) => fields)
    expect([...shown].filter((name) => !covered.includes(name))).toEqual([])
    expect(MERGE_PARTS.map(({ name }) => name)).toHaveLength(new Set(MERGE_PARTS.map(({ name }) => name)).size)
  })

  test('and so is every key of a text', () => {
    const keys = Object.keys(whole()).filter((key) => !['kit', 'story', 'translations'].includes(key))
    const known = MERGE_PARTS.filter(({ place }) => place === 'content').flatMap(({ keys }) => keys)
    expect(keys.filter((key) => !known.includes(key))).toEqual([])
    const inKit = MERGE_PARTS.filter(({ place }) => place === 'kit').flatMap(({ keys }) => keys)
    expect(Object.keys(whole().kit).filter((key) => !inKit.includes(key))).toEqual([])
  })
})

describe('what is proposed', () => {
  test('nothing, where both say the same', () => {
    expect(mergeDifferences(practiceContent(), practiceContent())).toEqual([])
    const spaced = practiceContent({ unit: ' Dinas Perhubungan ', attachments: [], innovators: [] })
    expect(mergeDifferences(practiceContent(), spaced)).toEqual([])
  })

  test.each<[string, Partial<PracticeContent>, Partial<PracticeContent>, MergePick]>([
    ['brand', { brand: 'PELITA' }, { brand: 'PELITA RAYA (Lampu)' }, 'survivor'],
    ['title', { title: { id: 'Lampu', en: null } }, { title: { id: 'Lampu jalan desa', en: null } }, 'survivor'],
    ['title', { title: { id: 'Lampu', en: null } }, { title: { id: 'Lampu', en: 'Lamps' } }, 'other'],
    ['title', { title: { id: null, en: null } }, {}, 'other'],
    ['startedOn', { startedOn: '2024' }, { startedOn: '2023-05-01' }, 'survivor'],
    ['startedOn', { startedOn: null }, { startedOn: '2023' }, 'other'],
    [
      'contact',
      { contactEmail: 'a@contoh.invalid' },
      { contactEmail: 'b@contoh.invalid', contactRole: 'K' },
      'survivor',
    ],
    [
      'problem',
      { problem: { id: 'Padam.', en: null } },
      { problem: { id: 'Padam berbulan-bulan.', en: null } },
      'other',
    ],
    ['problem', { problem: { id: 'Satu dua.', en: null } }, { problem: { id: 'Tiga empat.', en: null } }, 'survivor'],
    ['remarks', { remarks: 'Angka diragukan.' }, { remarks: null }, 'survivor'],
    ['sdgs', { sdgs: [11] }, { sdgs: [3] }, 'both'],
    ['sdgs', { sdgs: [3, 11] }, { sdgs: [3] }, 'survivor'],
    ['sdgs', { sdgs: [3] }, { sdgs: [3, 11] }, 'other'],
    ['sources', { sources: ['https://a.go.id/x'] }, { sources: ['https://b.go.id/x'] }, 'both'],
    ['subjects', { subjects: { id: ['lampu'], en: [] } }, { subjects: { id: [], en: ['lamps'] } }, 'both'],
    ['licence', kitOf({ licence: 'Bebas' }), kitOf({ licence: 'CC BY', licenceKind: 'attribution' }), 'other'],
    ['costs', kitOf({ costs: [] }), {}, 'other'],
  ])('%s: %j beside %j gives %s', (name, survivor, other, expected) => {
    expect(proposedOf(name, survivor, other)).toBe(expected)
  })

  test('both is offered for lists alone, and only where each has something of its own', () => {
    const found = differing(
      practiceContent({ sdgs: [1], targetGroups: ['masyarakat-umum'], brand: 'SATU' }),
      practiceContent({ sdgs: [2], targetGroups: [], brand: 'DUA' }),
    )
    expect(found.sdgs?.options).toEqual(['survivor', 'other', 'both'])
    expect(found.targetGroups?.options).toEqual(['survivor', 'other'])
    expect(found.brand?.options).toEqual(['survivor', 'other'])
  })

  test('no list grows beyond what the editor can hold', () => {
    const links = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) => `https://contoh.go.id/${from + index}`)
    const found = (count: number) =>
      differing(practiceContent({ sources: links(0, 30) }), practiceContent({ sources: links(30, count) })).sources
    expect(found(30)?.proposed).toBe('both')
    expect(found(31)).toMatchObject({ options: ['survivor', 'other'], proposed: 'other' })
  })
})

describe('both lists as one', () => {
  test('the same source stands once, however it was typed', () => {
    expect(unionOf(['https://www.contoh.go.id/a/'], ['http://contoh.go.id/a', 'https://contoh.go.id/b'])).toEqual([
      'https://www.contoh.go.id/a/',
      'https://contoh.go.id/b',
    ])
    expect(unionOf(['Pengurus RT yang aktif'], ['pengurus  RT yang aktif.'])).toEqual(['Pengurus RT yang aktif'])
  })

  test('a row that stands in both gets the cells that it lacks; one that contradicts stays beside it', () => {
    const bare = { ...line!, method: null, evidence: undefined }
    const told = { ...line!, indicator: `${line!.indicator} `, women: '40' }
    expect(unionOf([bare], [told])).toEqual([{ ...bare, method: line!.method, women: '40' }])
    const other = { ...line!, result: '12 (2025)' }
    expect(unionOf([line], [other])).toEqual([line, other])
  })

  test('the same file stands once, with what the survivor says of it', () => {
    const file = { fileId: 'a', sha256: 'ff', name: 'a.pdf', bytes: 1, caption: { id: 'Satu', en: null } }
    const again = { ...file, fileId: 'b', caption: { id: 'Dua', en: null } }
    expect(unionOf([file], [again, { ...again, sha256: 'ee' }])).toEqual([file, { ...again, sha256: 'ee' }])
  })

  test('who agreed to be named in one record only has not agreed', () => {
    expect(unionOf([{ name: 'Ani', consent: true }], [{ name: 'Ani', role: 'Bidan', consent: false }])).toEqual([
      { name: 'Ani', role: 'Bidan', consent: false },
    ])
  })

  test('what is said of a prerequisite goes along with it', () => {
    const survivor = practiceContent(
      kitOf({ prerequisites: ['Pengurus RT'], pitfalls: ['Hujan'], remedies: { Hujan: 'Atap' } }),
    )
    const other = practiceContent(
      kitOf({
        ...{
          prerequisites: ['pengurus RT.', 'Listrik'],
          prerequisiteKinds: { 'pengurus RT.': 'community', Listrik: 'facility' },
        },
        ...{ pitfalls: ['hujan', 'Angin'], remedies: { hujan: 'Payung' } },
      }),
    )
    const { kit } = mergeTexts(survivor, other, { prerequisites: 'both', pitfalls: 'both' })
    expect(kit.prerequisites).toEqual(['Pengurus RT', 'Listrik'])
    expect(kit.prerequisiteKinds).toEqual({ 'Pengurus RT': 'community', Listrik: 'facility' })
    expect(kit.pitfalls).toEqual(['Hujan', 'Angin'])
    expect(kit.remedies).toEqual({ Hujan: 'Atap' })
  })

  test('once united, nothing is new; whatever was in either is in both', () => {
    const words = fc.constantFrom('a', 'A', 'b ', 'c.', 'https://a.id/x', 'http://www.a.id/x/', 'd')
    const rows = fc.record({ item: words, per: fc.option(words), setUp: fc.option(fc.integer({ min: 0, max: 2 })) })
    fc.assert(
      fc.property(fc.array(fc.oneof(words, rows)), fc.array(fc.oneof(words, rows)), (mine, theirs) => {
        const united = unionOf(mine, theirs) as unknown[]
        expect(canonical(unionOf(united, theirs))).toBe(canonical(united))
        const clean = unionOf(mine, []) as unknown[]
        expect(united.length).toBeGreaterThanOrEqual(clean.length)
        for (const entry of theirs.filter((one) => typeof one === 'string'))
          expect(united.some((one) => sameEntry(one, entry))).toBe(true)
      }),
    )
  })
})

describe('the text that comes of the choices', () => {
  const survivor = practiceContent({
    translations: { title: { of: 'x' } },
    story: { ...practiceContent().story, summary: { id: 'Ringkas.', en: 'Short.' } },
  })
  const other = practiceContent({
    ...{ brand: 'LAIN', title: { id: 'Lampu lain', en: 'Other lamps' }, level: 'regency_city', trialOn: '2023' },
    translations: { title: { of: 'y', checkedOn: '2026-01-01' }, summary: { of: 'z' } },
  } as Partial<PracticeContent>)

  test('without a choice nothing changes', () => {
    expect(mergeTexts(survivor, other, {})).toEqual(survivor)
    expect(mergeTexts(survivor, other, {})).not.toBe(survivor)
  })

  test('all of the other is the other', () => {
    const picks = Object.fromEntries(mergeDifferences(survivor, other).map(({ name }) => [name, 'other' as const]))
    expect(canonical(mergeTexts(survivor, other, picks))).toBe(canonical(other))
    const back = Object.fromEntries(mergeDifferences(other, survivor).map(({ name }) => [name, 'other' as const]))
    expect(mergeTexts(other, survivor, back)).toEqual(survivor)
  })

  test('a translation goes with its text', () => {
    expect(mergeTexts(survivor, other, { title: 'other' }).translations).toEqual(
      other.translations && {
        title: other.translations.title,
      },
    )
    expect(mergeTexts(survivor, other, { summary: 'other' }).translations).toEqual({
      title: { of: 'x' },
      summary: { of: 'z' },
    })
  })

  test('neither text is touched', () => {
    const before = [JSON.stringify(survivor), JSON.stringify(other)]
    mergeTexts(survivor, other, proposals(survivor, other))
    expect([JSON.stringify(survivor), JSON.stringify(other)]).toEqual(before)
  })

  test('what is proposed can be written in the editor', () => {
    const merged = mergeTexts(
      whole(),
      practiceContent({ brand: 'X', sdgs: [4] }),
      proposals(whole(), practiceContent()),
    )
    for (const section of SECTIONS)
      expect(sectionPatch(section, sectionEntries(merged, section)), section).toBeDefined()
    expect(Object.keys(sectionSchemas)).toHaveLength(SECTIONS.length)
  })

  test('a part that differs needs a choice that it offers', () => {
    const parts = mergeDifferences(survivor, other)
    expect(missingPicks(parts, {})).toEqual(parts.map(({ name }) => name))
    const all = Object.fromEntries(parts.map(({ name, proposed }) => [name, proposed]))
    expect(missingPicks(parts, all)).toEqual([])
    expect(missingPicks(parts, { ...all, brand: 'both' })).toEqual(['brand'])
  })
})

const baseOf = (name: string) => name.replace(/\[.*$/, '')

/** A text in which every question of the template has an answer. */
function whole(): PracticeContent {
  const base = practiceContent()
  return {
    ...base,
    contactRole: 'Kepala Bidang',
    level: 'regency_city',
    innovators: [{ name: 'Ani', consent: true }],
    trialOn: '2023',
    implementedOn: '2024',
    serviceType: undefined,
    roundtableTopic: undefined,
    awards: [{ name: 'Penghargaan', year: 2025 }],
    attachments: [],
    noResultsReason: 'Belum.',
    kit: {
      ...base.kit,
      prerequisiteKinds: {},
      staffing: [{ role: 'Petugas', count: 2 }],
      regulations: [{ about: 'Lampu', year: 2024 }],
      technologies: [{ name: 'SMS' }],
      launchMin: 1,
      launchMax: 3,
      remedies: {},
      pitfalls: ['Hujan'],
      licenceKind: undefined,
    },
  } as PracticeContent
}
