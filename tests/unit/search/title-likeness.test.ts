import { expect, test } from 'vitest'
import { titleLikeness, VERY_ALIKE } from '#search/language/title-likeness.ts'

test.each([
  ['Layanan antrean daring puskesmas', 'Antrean puskesmas secara daring'],
  ['Kelas ibu hamil di desa', 'Kelas untuk ibu hamil desa'],
  ['SIGAP', 'sigap'],
])('%s is much like %s', (first, second) => {
  expect(titleLikeness(first, second)).toBeGreaterThanOrEqual(VERY_ALIKE)
  expect(titleLikeness(second, first)).toBe(titleLikeness(first, second))
})

test.each([
  ['Layanan antrean daring puskesmas', 'Bank sampah kelurahan'],
  ['Pelayanan KTP keliling pulau', 'Perahu sekolah untuk anak pulau'],
  ['', ''],
  ['dan yang', 'untuk di'],
])('%s is another thing than %s', (first, second) => {
  expect(titleLikeness(first, second)).toBeLessThan(VERY_ALIKE)
})
