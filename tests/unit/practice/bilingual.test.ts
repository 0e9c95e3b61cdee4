import { expect, test } from 'vitest'
import { saysTheSame, splitBrand, written } from '#app/domain/practice/bilingual.ts'

test('takes the language of the reader, else the other one, else nothing', () => {
  expect(written({ id: 'antrean', en: 'queue' }, 'en')).toEqual({ text: 'queue', lang: 'en' })
  expect(written({ id: 'antrean', en: null }, 'en')).toEqual({ text: 'antrean', lang: 'id' })
  expect(written({ id: null, en: null }, 'id')).toBeUndefined()
})

test('separates a brand from what its letters stand for', () => {
  expect(splitBrand('KAPSUL CINTA (Kelas Plus Ibu Hamil)')).toEqual({
    name: 'KAPSUL CINTA',
    meaning: 'Kelas Plus Ibu Hamil',
  })
  expect(splitBrand('Sister Village (Desa Bersaudara) Merapi')).toEqual({
    name: 'Sister Village (Desa Bersaudara) Merapi',
  })
})

test('sees that one sentence repeats the other', () => {
  const title = 'Nomor antrean puskesmas dipesan dari rumah lewat internet'
  expect(saysTheSame(title, 'Nomor antrean dipesan dari rumah lewat internet')).toBe(true)
  expect(saysTheSame(title, 'Pasien memilih jam periksa')).toBe(false)
})
