import { describe, expect, test } from 'vitest'
import { sourceName } from '#app/components/practice/practice-record.tsx'
import {
  apaCitation,
  bibtexCitation,
  CITATION_FORMATS,
  type Cited,
  citationAs,
  citationOf,
  memoCitation,
  risCitation,
} from '#app/domain/practice/citation.ts'

const URL = 'https://jipp.example/practices/JIPP-16-0003/v2'
const cited = (changes: Partial<Cited> = {}): Cited => ({
  publicId: 'JIPP-16-0003',
  agency: 'Pemerintah Kabupaten Muara Enim',
  version: 2,
  // The first of October in Jakarta.
  versionPublishedAt: new Date('2026-09-30T20:00:00Z'),
  content: {
    brand: 'KAPSUL CINTA (Kelas Plus)',
    title: { id: 'Kelas ibu hamil {& keluarga}', en: null },
    tagline: { id: 'Ibu dan keluarga belajar bersama.', en: 'Mothers and families learn together.' },
    subjects: { id: ['ibu hamil', 'keluarga'], en: [] },
  },
  ...changes,
})
const withdrawal = { on: '2026-11-22', reason: 'duplicate', successorId: 'JIPP-16-0009' } as const
const of = (changes: Partial<Cited> = {}, lang: 'id' | 'en' = 'id') => citationOf(lang, cited(changes), URL)

test('APA: agency, year of the day in Jakarta, title, number and version', () => {
  const { before, title, after } = apaCitation(of())
  expect(before + title + after).toBe(
    `Pemerintah Kabupaten Muara Enim. (2026). Kelas ibu hamil {& keluarga} (KAPSUL CINTA) (JIPP-16-0003, versi 2). JIPP. ${URL}`,
  )
})

describe('BibTeX', () => {
  test('is an entry with the agency as one name', () => {
    expect(bibtexCitation(of())).toBe(
      [
        '@misc{jipp-16-0003-v2,',
        '  author = {{Pemerintah Kabupaten Muara Enim}},',
        '  title = {Kelas ibu hamil \\{\\& keluarga\\} (KAPSUL CINTA)},',
        '  year = {2026},',
        '  month = 10,',
        '  publisher = {JIPP},',
        '  note = {JIPP-16-0003, versi 2},',
        '  langid = {indonesian},',
        `  url = {${URL}}`,
        '}',
        '',
      ].join('\n'),
    )
  })

  test.each([
    ['50% & $5 #1 a_b', '50\\% \\& \\$5 \\#1 a\\_b'],
    ['a\\b~c^d', 'a\\textbackslash{}b\\textasciitilde{}c\\textasciicircum{}d'],
    ['} , note = {x', '\\} , note = \\{x'],
    ['dua\nbaris\u0000', 'dua baris'],
  ])('writes %j so that it stands for itself', (brand, written) => {
    const entry = bibtexCitation(of({ content: { ...cited().content, brand, title: { id: null, en: null } } }))
    expect(entry).toContain(`  title = {${written}},\n`)
    const braces = entry.replace(/\\[{}]/g, '')
    expect(braces.match(/\{/g)?.length).toBe(braces.match(/\}/g)?.length)
  })
})

test('RIS: one tag a line, the type first and the end last, lines end as the format wants', () => {
  const record = risCitation(of())
  const lines = record.split('\r\n')
  expect(lines[0]).toBe('TY  - RPRT')
  expect(lines.slice(-2)).toEqual(['ER  - ', ''])
  for (const line of lines.slice(0, -1)) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- [^\n]*$/)
  expect(lines).toEqual(
    expect.arrayContaining([
      'AU  - Pemerintah Kabupaten Muara Enim',
      'PY  - 2026',
      'DA  - 2026/10/01',
      'SN  - JIPP-16-0003',
      'KW  - ibu hamil',
      'KW  - keluarga',
      `UR  - ${URL}`,
    ]),
  )
})

test('a line break in a name does not make a new field', () => {
  expect(risCitation(of({ agency: 'Dinas\r\nUR  - https://evil.example*' }))).toContain(
    'AU  - Dinas UR - https://evil.example\r\n',
  )
})

test('the paragraph for a letter is formal Indonesian, also for English readers', () => {
  const paragraph = citationAs('nota-dinas', 'en', cited(), URL)
  expect(paragraph).toBe(`${memoCitation(of())}\n`)
  expect(paragraph).toBe(
    `Sebagai bahan pertimbangan, dengan hormat disampaikan bahwa Pemerintah Kabupaten Muara Enim telah melaksanakan inovasi pelayanan publik “Kelas ibu hamil {& keluarga} (KAPSUL CINTA)”. Pokok inovasi tersebut: Ibu dan keluarga belajar bersama. Inovasi dimaksud tercatat pada Jaringan Inovasi Pelayanan Publik (JIPP) dengan Nomor JIPP-16-0003, versi 2, tanggal 1 Oktober 2026, dan dapat dibaca pada laman ${URL}.\n`,
  )
})

test.each(CITATION_FORMATS)('%s states a withdrawal', (format) => {
  const text = citationAs(format, 'id', cited({ withdrawal }), URL)
  expect(text).toContain('ditarik 22 November 2026: duplikat; pengganti JIPP-16-0009')
  expect(citationAs(format, 'id', cited(), URL)).not.toContain('ditarik')
})

test('English words around an Indonesian title', () => {
  const text = citationAs('apa', 'en', cited({ withdrawal: { on: '2026-11-22', reason: 'legal' } }), URL)
  expect(text).toContain('(JIPP-16-0003, version 2) [withdrawn 22 November 2026: legal')
})

test.each([
  ['https://www.menpan.go.id/site/berita-terkini/jawa-timur-masih-dominasi', 'menpan.go.id: jawa timur masih dominasi'],
  ['https://koranseruya.com/?p=93246', 'koranseruya.com'],
  ['https://contoh.go.id/dokumen/sk%20tim.pdf', 'contoh.go.id: sk tim'],
  ['bukan alamat', 'bukan alamat'],
])('calls the source %s "%s"', (source, name) => {
  expect(sourceName(source)).toBe(name)
})
