import { expect, test } from 'vitest'
import { apaCitation, bibtexCitation } from '#app/components/practice/citation.ts'
import { sourceName } from '#app/components/practice/practice-record.tsx'

const citation = {
  agency: 'Pemerintah Kabupaten Muara Enim',
  title: 'Kelas ibu hamil {& keluarga} (KAPSUL CINTA)',
  id: 'JIPP-16-0003',
  version: 2,
  date: '18 September 2026',
  year: '2026',
  url: 'https://jipp.example/practices/JIPP-16-0003/v2',
}

test('cites agency, year, title, number and version', () => {
  const { before, title, after } = apaCitation('id', citation)
  expect(before + title + after).toBe(
    'Pemerintah Kabupaten Muara Enim. (2026). Kelas ibu hamil {& keluarga} (KAPSUL CINTA) (JIPP-16-0003, versi 2). JIPP. https://jipp.example/practices/JIPP-16-0003/v2',
  )
})

test('keeps characters that mean something to BibTeX out of its fields', () => {
  expect(bibtexCitation('en', citation)).toContain('title = {Kelas ibu hamil \\& keluarga (KAPSUL CINTA)}')
})

test.each([
  ['https://www.menpan.go.id/site/berita-terkini/jawa-timur-masih-dominasi', 'menpan.go.id: jawa timur masih dominasi'],
  ['https://koranseruya.com/?p=93246', 'koranseruya.com'],
  ['https://contoh.go.id/dokumen/sk%20tim.pdf', 'contoh.go.id: sk tim'],
  ['bukan alamat', 'bukan alamat'],
])('calls the source %s "%s"', (source, name) => {
  expect(sourceName(source)).toBe(name)
})
