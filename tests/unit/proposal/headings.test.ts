import { describe, expect, test } from 'vitest'
import { fieldNamedBy, isInstruction, sectionNamedBy } from '#app/domain/proposal/headings.ts'

describe('headings of sections', () => {
  test.each([
    ['1. Ringkasan (maks. 200 kata)', 'summary'],
    ['RINGKASAN EKSEKUTIF', 'summary'],
    ['I. Abstrak', 'summary'],
    ['Ringkasan Proposal', 'summary'],
    ['2. Latar Belakang dan Tujuan', 'background'],
    ['B. LATAR BELAKANG MASALAH', 'background'],
    ['BAB II Analisis Masalah', 'background'],
    ['Tujuan Inovasi', 'background'],
    ['Inspirasi (maksimal 100 kata)', 'background'],
    ['3. Kebaruan/Nilai Tambah', 'novelty'],
    ['Kebaharuan', 'novelty'],
    ['Nilai Tambah', 'novelty'],
    ['Ide Inovatif', 'novelty'],
    ['Faktor Pembeda', 'novelty'],
    ['4. Implementasi Inovasi', 'implementation'],
    ['D. PELAKSANAAN', 'implementation'],
    ['Proses Replikasi', 'implementation'],
    ['Cara Kerja', 'implementation'],
    ['Tahapan Pelaksanaan Inovasi', 'implementation'],
    ['5) Signifikansi', 'significance'],
    ['Hasil dan Dampak', 'significance'],
    ['Evaluasi dan Dampak', 'significance'],
    ['Kontribusi terhadap Capaian TPB/SDGs', 'significance'],
    ['6a. Adaptabilitas (sudah direplikasi)', 'replicated'],
    ['Replikasi yang telah dilakukan', 'replicated'],
    ['6b Potensi Adaptabilitas', 'adaptability'],
    ['Adaptabilitas', 'adaptability'],
    ['Potensi Replikasi', 'adaptability'],
    ['7. Sumber Daya yang Digunakan', 'resources'],
    ['Sumber Daya Manusia', 'resources'],
    ['8. Strategi Keberlanjutan', 'sustainability'],
    ['b. Strategi Manajerial', 'sustainability'],
    ['Keterlibatan Pemangku Kepentingan', 'sustainability'],
    ['Penguatan Keberlanjutan', 'sustainability'],
    ['Background and objectives', 'background'],
    ['Sustainability strategy', 'sustainability'],
  ])('%s → %s', (heading, section) => expect(sectionNamedBy(heading)).toBe(section))

  test.each([
    'Penutup',
    'Lampiran',
    'Tim Inovator',
    'Daftar Pustaka',
    'Ringkasan ini ditulis oleh tim bersama dengan warga kampung tepi sungai',
    'Warga menunggu hasil uji laboratorium',
    'Sumber air bersih',
    '',
    '2019',
  ])('%s names none', (heading) => expect(sectionNamedBy(heading)).toBeNull())
})

describe('labels of the head of the form', () => {
  test.each([
    ['Judul Inovasi', 'brand'],
    ['Nama Inovasi', 'brand'],
    ['Tanggal Mulai Implementasi', 'startedOn'],
    ['Waktu Pelaksanaan', 'startedOn'],
    ['Nama UPP', 'unit'],
    ['Kategori', 'kippCategory'],
    ['SDGs', 'sdgs'],
    ['Tautan Video', 'sources'],
    ['Alamat E-mail', 'contactEmail'],
  ])('%s → %s', (label, field) => expect(fieldNamedBy(label)).toBe(field))

  test.each(['Nama', 'Nama Inovator', 'Nomor Telepon', 'Alamat', 'Tahun'])('%s names none', (label) =>
    expect(fieldNamedBy(label)).toBeNull(),
  )
})

test('instructions of the form are told from answers', () => {
  expect(isInstruction('Uraikan seluruh aspek inovasi secara ringkas, maksimal 200 kata.')).toBe(true)
  expect(isInstruction('(maks. 200 kata)')).toBe(true)
  expect(isInstruction('Isi piringku dibagikan kepada seribu ibu hamil setiap pekan.')).toBe(false)
})
