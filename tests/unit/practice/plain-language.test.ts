import { describe, expect, test } from 'vitest'
import { acronymUses, sentencesOf } from '#app/domain/practice/plain-language.ts'

describe('where sentences end', () => {
  test.each([
    ['Warga menunggu sejak subuh. Petugas datang pukul 08.00.', 2],
    ['Menurut dr. Contoh dan Prof. Ir. H. Contoh, antrean memendek.', 1],
    ['Dasarnya UU No. 25 Tahun 2009 dan Perda No. 5 Tahun 2021.', 1],
    ['Biayanya Rp1.000.000 per desa. Sisanya ditanggung dinas.', 2],
    ['Biayanya Rp1.000.000. Sisanya Rp2.500.000,00.', 2],
    ['Layanan dibuka Senin s.d. Jumat a.n. kepala dinas.', 1],
    ['Petugas, kader, guru, dll. ikut dilatih.', 1],
    ['Petugas, kader, guru, dll. Mereka dilatih dua hari.', 2],
    ['Dipimpin Contoh, S.Sos., M.Si. sejak 2020.', 1],
    ['“Kapan selesai?” tanya warga. Petugas tidak tahu.', 2],
    ['Warga bertanya, "Kapan selesai?" Petugas menjawab besok.', 2],
    ['Ia berkata, “Sudah selesai.” Warga pulang.', 2],
    ['Lihat hlm. 7 dan Ps. 12 ay. 3.', 1],
    ['Ada banyak hal. Yang pertama adalah jarak.', 2],
    ['Alamatnya contoh.go.id. Semua orang dapat membukanya.', 2],
    ['Kantor di Jl. Merdeka No. 1, Kec. Contoh, Kab. Contoh Hulu.', 1],
    ['Hasilnya… belum jelas. Apakah berhasil?! Ya!', 3],
    ['Ditulis oleh B. J. Contoh pada 2019.', 1],
    ['Ukuran 2.5 km ditempuh 1,5 jam.', 1],
    ['', 0],
    ['   \n \n', 0],
  ])('%s', (text, count) => {
    expect(sentencesOf(text)).toHaveLength(count)
  })

  test('each line of a list stands alone, without its sign', () => {
    const list = 'Langkahnya:\n1. Mendata warga\n2) Melatih kader\n- Membuka posko;\n• Menilai hasil\na. Melapor'
    expect(sentencesOf(list)).toEqual([
      'Langkahnya:',
      'Mendata warga',
      'Melatih kader',
      'Membuka posko;',
      'Menilai hasil',
      'Melapor',
    ])
  })

  test('Windows line ends and English', () => {
    expect(sentencesOf('Mr. Doe came.\r\nHe saw, e.g., three clinics. It worked.')).toEqual([
      'Mr. Doe came.',
      'He saw, e.g., three clinics.',
      'It worked.',
    ])
  })
})

describe('acronyms', () => {
  const unexplained = (text: string, lang: 'id' | 'en' = 'id') =>
    acronymUses(text, lang)
      .filter(({ spelledOut }) => !spelledOut)
      .map(({ word }) => word)

  test.each([
    ['Warga datang ke MPP setiap hari.', ['MPP']],
    ['Warga datang ke Mal Pelayanan Publik (MPP). MPP buka setiap hari.', []],
    ['Warga datang ke MPP (Mal Pelayanan Publik).', []],
    ['MPP dibuka. Mal Pelayanan Publik (MPP) ramai.', ['MPP']],
    ['Orang dengan gangguan jiwa (ODGJ) dijemput.', []],
    ['ODGJ atau orang dengan gangguan jiwa dijemput.', []],
    ['ODGJ, yaitu orang dengan gangguan jiwa, dijemput.', []],
    ['Dinas Kependudukan dan Pencatatan Sipil (Disdukcapil) dan DISDUKCAPIL lain.', []],
    ['Badan Pusat Statistik mencatat 12 persen (BPS, 2021).', []],
    ['Angka kemiskinan turun (BPS, 2021).', ['BPS']],
    ['Setiap OPD menunjuk petugas; OPD-nya melapor.', ['OPD']],
    ['Kartu dicetak di UPTD/UPT terdekat.', ['UPTD', 'UPT']],
    ['Layanan ini WAJIB dan GRATIS bagi SEMUA warga.', []],
    ['Warga CEPAT dilayani, secepat apa pun; cepat itu penting.', []],
    ['Kabupaten Contoh Hulu berkode 97.01, nomor JIPP-97-0012.', []],
    ['Surat 440/123/DINKES/2023 dan kode ID-JB.', []],
    ['Tahap II dan Bab XIV sudah selesai.', []],
    ['LATAR BELAKANG DAN TUJUAN\nWarga menunggu lama.', []],
    ['Kirim ke LAYANAN@contoh.go.id atau https://contoh.go.id/PPID.', []],
    ['Didukung COVID-19 dan e-KTP.', ['KTP']],
    ['Warga di Jawa Barat, Aceh, dan Papua.', []],
  ])('%s', (text, expected) => {
    expect(unexplained(text)).toEqual(expected)
  })

  test('an English text may explain Indonesian initials in its own words', () => {
    expect(unexplained('People go to the public service mall (MPP).', 'en')).toEqual([])
    expect(unexplained('People go to the MPP.', 'en')).toEqual(['MPP'])
    expect(unexplained('People with mental disorders (ODGJ) are fetched.', 'id')).toEqual(['ODGJ'])
  })
})
