import { describe, expect, test } from 'vitest'
import { agencyFinder, type NamedAgency } from '#app/domain/import/agency-names.ts'
import { columnNamed, columnsOf, isHead, TEMPLATE_COLUMNS, TEMPLATE_TAIL } from '#app/domain/import/columns.ts'
import { duplicateFinder } from '#app/domain/import/duplicates.server.ts'
import { isUntouched, isWritten, outcomeOf, progressOf } from '#app/domain/import/import.ts'
import {
  addressesIn,
  emailIn,
  goalsIn,
  partialDate,
  valueNamed,
  valueWithin,
  yesOrNo,
} from '#app/domain/import/values.ts'

describe('dates', () => {
  test.each([
    ['2019', '2019'],
    ['2019-03', '2019-03'],
    ['2019-03-05T00:00:00.000Z', '2019-03-05'],
    ['5 Maret 2019', '2019-03-05'],
    ['Senin, 5 Maret 2019', '2019-03-05'],
    ['Agustus 2020', '2020-08'],
    ['1 Nopember 2018', '2018-11-01'],
    ['05/03/2019', '2019-03-05'],
    ['3/2019', '2019-03'],
    ['sejak tahun 2017', '2017'],
    ['TMT 2 Januari 2020', '2020-01-02'],
    ['31 Februari 2019', undefined],
    ['13/2019', undefined],
    ['43832', '2020-01-02'],
    ['12345', undefined],
    ['kapan-kapan', undefined],
    ['201', undefined],
    ['1819', undefined],
  ])('%s → %s', (text, date) => expect(partialDate(text)).toBe(date))
})

describe('goals', () => {
  test.each([
    ['3, 10', [3, 10]],
    ['Tujuan 10 dan Tujuan 3', [3, 10]],
    ['SDG 3: Kehidupan sehat; SDG 16', [3, 16]],
    ['☐ 1 ☑ 3 ☐ 5 ☑ 17', [3, 17]],
    ['18', undefined],
    ['semua', undefined],
    ['0', undefined],
  ])('%s → %s', (text, goals) => expect(goalsIn(text)).toEqual(goals))
})

test('values of lists are known by slug and by word in both languages', () => {
  expect(valueNamed('affair', 'Koperasi & UKM')).toBe('koperasi-ukm')
  expect(valueNamed('affair', 'Urusan Kesehatan')).toBe('kesehatan')
  expect(valueNamed('sector', 'kesehatan')).toBe('kesehatan')
  expect(valueNamed('sector', 'Kesehatn')).toBeUndefined()
  expect(valueNamed('maturity', 'Uji Coba')).toBe('pilot')
  expect(valueWithin('kippCategory', '☐ Kesehatan ☑ Pendidikan ☐ Inklusi Sosial')).toBe('pendidikan')
  expect(valueWithin('kippCategory', '☑ Kesehatan ☑ Pendidikan')).toBeUndefined()
  expect(valueWithin('kippCategory', 'Kategori yang dipilih: Ketahanan Pangan')).toBe('ketahanan-pangan')
})

test('addresses, mailboxes, yes and no', () => {
  expect(addressesIn('Lihat https://youtu.be/abc, dan (https://drive.google.com/x).')).toEqual([
    'https://youtu.be/abc',
    'https://drive.google.com/x',
  ])
  expect(addressesIn('javascript:alert(1) ftp://a.b/c')).toEqual([])
  expect(emailIn('Kontak: Dinas@Contoh.go.id')).toBe('dinas@contoh.go.id')
  expect([yesOrNo('Ya'), yesOrNo('Non-digital'), yesOrNo('mungkin')]).toEqual([true, false, undefined])
})

describe('columns', () => {
  test('every column of the template is read back as what it is', () => {
    for (const { key, name } of [...TEMPLATE_COLUMNS, ...TEMPLATE_TAIL]) expect(columnNamed(name), name).toBe(key)
  })
  test.each([
    ['No Registrasi', 'externalId'],
    ['JUDUL INOVASI *', 'brand'],
    ['Urusan (wajib)', 'affair'],
    ['Ringkasan (maks. 200 kata)', 'summary'],
    ['Evaluasi dan Dampak', 'significance'],
    ['Indikator', 'indicator:1'],
    ['Sesudah 2', 'result:2'],
    ['Indikator 9', null],
    ['Inovator', null],
    ['Yang perlu diperbaiki', null],
    ['', null],
  ])('%s → %s', (name, key) => expect(columnNamed(name)).toBe(key))
  test('of two with one meaning the first counts, links are gathered', () => {
    expect(columnsOf(['Judul', 'Nama Inovasi', 'Video', 'Website'])).toEqual(['brand', null, 'sources', 'sources'])
  })
  test('a head names the innovation and one thing more', () => {
    expect(isHead(['Daftar inovasi 2023'])).toBe(false)
    expect(isHead(['No', 'Judul Inovasi', 'Instansi'])).toBe(true)
  })
})

describe('agencies', () => {
  const agency = (id: string, name: string, more: Partial<NamedAgency> = {}): NamedAgency => ({
    ...{ id, name, regionCode: null, isWithin: true, isUnit: false },
    ...more,
  })
  const find = agencyFinder([
    agency('enim', 'Pemerintah Kabupaten Muara Enim', { regionCode: '16.03' }),
    agency('bogor', 'Pemerintah Kabupaten Bogor', { regionCode: '32.01', isWithin: false }),
    agency('kota', 'Pemerintah Kota Bogor', { regionCode: '32.71' }),
    agency('dinkes1', 'Dinas Kesehatan', { regionCode: '16.03', isUnit: true }),
    agency('dinkes2', 'Dinas Kesehatan', { regionCode: '32.71', isUnit: true }),
  ])
  test.each([
    ['Kab. Muara Enim', '', 'found enim'],
    ['Pemkab Muara Enim', '', 'found enim'],
    ['KABUPATEN MUARA  ENIM', '', 'found enim'],
    ['', '1603', 'found enim'],
    ['Dinas Kesehatan', '', 'ambiguous'],
    ['Dinas Kesehatan', '16.03', 'found dinkes1'],
    ['Kabupaten Bogor', '', 'outside bogor'],
    ['Kabupaten Muara Emin', '', 'unknown Pemerintah Kabupaten Muara Enim'],
    ['Provinsi Antah Berantah', '', 'unknown null'],
  ])('%s %s: %s', (name, code, expected) => {
    const found = find(name, code)
    const more = 'agency' in found ? found.agency.id : 'nearest' in found ? found.nearest : ''
    expect(`${found.kind} ${more}`.trim()).toBe(expected)
  })
})

describe('possible duplicates', () => {
  const here = { agencyId: 'a', provinceCode: '16' }
  const finder = duplicateFinder<string>()
  finder.add(
    { ...here, brand: 'SI CERMAT (Sistem Cek Rawat Inap)', title: 'Antrean rawat inap lewat telepon' },
    'cermat',
  )
  finder.add({ ...here, brand: 'SIPP', title: null }, 'sipp')
  test.each([
    ['the same name at the same agency', { ...here, brand: 'Si Cermat', title: null }, 'cermat'],
    ['in the same province', { agencyId: 'b', provinceCode: '16', brand: 'SI-CERMAT', title: null }, 'cermat'],
    ['a short name elsewhere is chance', { agencyId: 'c', provinceCode: '35', brand: 'SIPP', title: null }, undefined],
    [
      'the same title under another name',
      { ...here, brand: 'RINDU', title: 'Antrean rawat inap lewat telepon (Sistem Cek Rawat Inap)' },
      'cermat',
    ],
    ['another one', { ...here, brand: 'PELITA', title: 'Lampu jalan dijaga warga kampung' }, undefined],
  ])('%s', (_name, record, expected) => expect(finder.find(record)).toBe(expected))
})

describe('what a row does', () => {
  const record = { practiceId: 'p', checksum: 'old', revisionId: 'r', version: 3 }
  const open = { id: 'r', state: 'draft', version: 3 }
  test.each([
    ['nothing was there', undefined, undefined, 'create'],
    ['it was taken back', { ...record, checksum: null }, undefined, 'create'],
    ['the same text', { ...record, checksum: 'new' }, open, 'unchanged'],
    ['another text, untouched', record, open, 'update'],
    ['touched', record, { ...open, version: 4 }, 'touched'],
    ['sent in', record, { ...open, state: 'submitted' }, 'touched'],
    ['another revision', record, { ...open, id: 's' }, 'touched'],
    ['discarded by people', record, undefined, 'touched'],
  ])('%s: %s', (_name, known, text, outcome) => expect(outcomeOf('new', known, text)).toBe(outcome))

  test('duplicates are written only when they are asked for', () => {
    expect([
      isWritten('create', true, false),
      isWritten('create', true, true),
      isWritten('update', true, false),
    ]).toEqual([false, true, true])
    expect([isWritten('error', false, true), isWritten(null, false, true)]).toEqual([false, false])
    expect(isUntouched({ revisionId: null, version: null }, undefined)).toBe(false)
  })

  test('progress counts the rows of the present step', () => {
    expect(progressOf('checking', { read: 30, checked: 10 })).toEqual({ done: 10, of: 40, percent: 25 })
    expect(progressOf('applying', { checked: 10, applied: 25, skipped: 5 })).toEqual({ done: 30, of: 40, percent: 75 })
    expect(progressOf('undoing', { applied: 5, undone: 14, kept: 1, skipped: 9 })).toEqual({
      done: 15,
      of: 20,
      percent: 75,
    })
    expect(progressOf('applied', {})).toEqual({ done: 0, of: 0, percent: 100 })
  })
})
