import { bold, boldItem, bullet, docx, h1, h2, item, linked, noted, p, sentence, table } from './docx.ts'

/* KIPP proposals as agencies write them, each in another layout. Names and figures are invented. */

const text = {
  summary: sentence('ringkas', 40),
  background: sentence('latar', 60),
  goal: sentence('tujuan', 20),
  novelty: sentence('baru', 50),
  implementation: sentence('laksana', 50),
  significance: sentence('dampak', 80),
  replicated: sentence('salin', 20),
  adaptability: sentence('potensi', 40),
  resources: sentence('daya', 40),
  institutional: sentence('lembaga', 20),
  managerial: sentence('kelola', 20),
  social: sentence('sosial', 20),
}

export const RESULTS = [
  ['No', 'Indikator', 'Satuan', 'Sebelum (2020)', 'Sesudah (2022)', 'Metode Pengukuran'],
  ['1', 'Waktu tunggu layanan', 'menit', '95', '20', 'Catatan antrean'],
  ['2', 'Warga terlayani', 'orang', '1.200', '4.800', 'Register loket'],
]

/** The form of 2023 with heading styles, numbers and word caps. */
export const styled = () =>
  docx(
    [
      h1('PROPOSAL INOVASI PELAYANAN PUBLIK'),
      p('Judul Inovasi: LOKET SUNGAI (Loket Administrasi Keliling di Perkampungan Tepi Sungai)'),
      p('Tanggal Mulai Implementasi: 5 Maret 2019'),
      p('Kategori: Inklusi Sosial'),
      p('Nama UPP: Dinas Kependudukan dan Pencatatan Sipil'),
      p('SDGs: Tujuan 10 dan Tujuan 16'),
      linked('Tautan video: ', 'Video inovasi', 'https://youtu.be/contoh123'),
      h2('1. Ringkasan (maks. 200 kata)'),
      p('Uraikan seluruh aspek inovasi secara ringkas, maksimal 200 kata.'),
      p(text.summary),
      h2('2. Latar Belakang dan Tujuan (maks. 300 kata)'),
      p(text.background),
      p(text.goal),
      h2('3. Kebaruan/Nilai Tambah'),
      p(text.novelty),
      h2('4. Implementasi Inovasi'),
      bullet(text.implementation),
      bullet('Tahap kedua berjalan sejak 2021.'),
      h2('5. Signifikansi'),
      noted(text.significance, 1),
      table(RESULTS),
      h2('6a. Adaptabilitas (sudah direplikasi)'),
      p(text.replicated),
      h2('6b. Potensi Adaptabilitas'),
      p(text.adaptability),
      h2('7. Sumber Daya'),
      p(text.resources),
      h2('8. Strategi Keberlanjutan'),
      bold('a. Strategi Institusional'),
      p(text.institutional),
      bold('b. Strategi Manajerial'),
      p(text.managerial),
      bold('c. Strategi Sosial'),
      p(text.social),
      h2('Penutup'),
      p(sentence('tutup', 10)),
    ],
    { 1: 'Laporan evaluasi internal 2022.' },
  )

/** Headings in bold with letters, nothing styled: the way of most offices. */
export const lettered = () =>
  docx([
    bold('PROPOSAL KIPP 2021'),
    p('JUDUL INOVASI : SI CERMAT'),
    bold('A. RINGKASAN'),
    p(text.summary),
    bold('B. LATAR BELAKANG MASALAH'),
    p(text.background),
    bold('Tujuan'),
    p(text.goal),
    bold('C. IDE INOVATIF'),
    p(text.novelty),
    bold('D. PELAKSANAAN INOVASI'),
    item(text.implementation),
    item('Tahap kedua berjalan sejak 2021.'),
    bold('E. HASIL DAN DAMPAK'),
    p(text.significance),
    bold('F. KONTRIBUSI TERHADAP CAPAIAN TPB'),
    p(sentence('tpb', 15)),
    bold('G. ADAPTABILITAS'),
    p(text.adaptability),
    bold('H. SUMBER DAYA YANG DIGUNAKAN'),
    p(text.resources),
    bold('I. KEBERLANJUTAN'),
    p(text.social),
    bold('J. KETERLIBATAN PEMANGKU KEPENTINGAN'),
    p(text.institutional),
    bold('LAMPIRAN'),
    p(sentence('lampir', 8)),
  ])

/** A form in one table: number, aspect, text. */
export const tabled = () =>
  docx([
    bold('FORMULIR USULAN INOVASI'),
    table([
      ['No.', 'Aspek', 'Uraian'],
      ['1', 'Judul Inovasi', 'POS KAPAL SEHAT'],
      ['2', 'Waktu Mulai Implementasi', '2018'],
      ['3', 'Kategori', '☐ Kesehatan ☑ Pendidikan ☐ Ketahanan Pangan'],
      ['4', 'Ringkasan', [p(text.summary)]],
      ['5', [p('Latar Belakang dan Tujuan'), p('(maksimal 300 kata)')], [p(text.background), p(text.goal)]],
      ['6', 'Kebaruan', text.novelty],
      ['7', 'Implementasi', [p(text.implementation), bullet('Satu kapal.'), bullet('Dua perawat.')]],
      ['8', 'Signifikansi', text.significance],
      ['9', 'Potensi replikasi', text.adaptability],
      ['10', 'Sumber daya', text.resources],
      ['11', 'Strategi keberlanjutan', text.social],
      ['12', 'Nama ketua tim', 'Tim Contoh'],
    ]),
  ])

/** A box under each heading, headings as automatic numbers. */
export const boxed = () =>
  docx([
    boldItem('Ringkasan'),
    table([[text.summary]]),
    boldItem('Latar Belakang'),
    table([[[p(text.background), p(text.goal)]]]),
    boldItem('Kebaharuan'),
    table([[text.novelty]]),
    boldItem('Implementasi'),
    table([[text.implementation]]),
    boldItem('Dampak'),
    table([[text.significance]]),
    boldItem('Keberlanjutan'),
    table([[text.social]]),
  ])

/** The replication group of 2021–2022, with plain headings that end in a colon. */
export const replication = () =>
  docx([
    p('Nama Inovasi: REPLIKA LOKET SUNGAI'),
    p('Inspirasi:'),
    p(text.background),
    p('Proses Replikasi:'),
    p(text.implementation),
    p('Faktor Pembeda:'),
    p(text.novelty),
    p('Dampak:'),
    p(text.significance),
  ])

export const PROPOSALS = { styled, lettered, tabled, boxed, replication }
export const PROPOSAL_TEXT = text
