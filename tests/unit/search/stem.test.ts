import { describe, expect, test } from 'vitest'
import { stem } from '#search/language/stem.ts'

/** Words of one family must meet in one stem. */
const FAMILIES = [
  'layan layanan pelayanan melayani dilayani terlayani layanannya',
  'menangani penanganan ditangani tertangani',
  'kirim mengirim pengiriman dikirim kiriman mengirimkan',
  'antar mengantar pengantaran diantar mengantarkan',
  'obat pengobatan mengobati diobati berobat',
  'ajar belajar pembelajaran mengajar pengajaran pelajaran',
  'kerja pekerja pekerjaan bekerja mengerjakan dikerjakan',
  'kelola mengelola pengelolaan dikelola pengelola',
  'rawat perawatan perawat merawat dirawat',
  'izin perizinan mengizinkan ijin',
  'daftar pendaftaran mendaftar terdaftar didaftarkan',
  'lapor pelaporan melaporkan dilaporkan laporan pelapor',
  'adu pengaduan aduan mengadu',
  'antre antrean antrian mengantre antri',
  'didik pendidikan mendidik pendidik',
  'tani pertanian petani bertani',
  'ikan perikanan',
  'sampah persampahan',
  'miskin kemiskinan',
  'lahir kelahiran melahirkan dilahirkan',
  'cegah pencegahan mencegah dicegah',
  'bakar kebakaran membakar pembakaran',
  'daya pemberdayaan berdaya memberdayakan diberdayakan',
  'lanjut keberlanjutan berkelanjutan berlanjut melanjutkan',
  'sehat kesehatan menyehatkan',
  'ubah perubahan mengubah diubah berubah',
  'usaha pengusaha perusahaan berusaha',
  'pasar pemasaran memasarkan dipasarkan',
  'manfaat memanfaatkan pemanfaatan bermanfaat',
  'nikah pernikahan menikah',
  'nilai menilai penilaian dinilai',
  'sedia persediaan menyediakan penyediaan tersedia',
  'kunjung kunjungan mengunjungi dikunjungi pengunjung',
  'pakai memakai pemakaian dipakai pemakai',
  'peta pemetaan memetakan dipetakan',
  'baik perbaikan memperbaiki diperbaiki',
  'damping pendamping pendampingan mendampingi',
  'gerak gerakan menggerakkan penggerak',
  'urus pengurusan mengurus diurus urusan',
  'camat kecamatan',
  'service services servicing',
  'permit permits',
  'family families',
  'disability disabilities disabled',
  'delivery deliveries delivered delivering',
  'queue queues queuing',
  'license licence licenses licensing',
  'vaccination vaccinate vaccinations',
]

/** Words that look alike and mean different things must not meet. */
const STRANGERS = [
  ['sapi', 'api'],
  ['pelajar', 'pengajar'],
  ['jalan', 'jalin'],
  ['ternak', 'anak'],
  ['bulan', 'buli'],
  ['pasar', 'kasar'],
  ['guru', 'gurun'],
  ['tani', 'tanah'],
] as const

test.each(FAMILIES)('one family: %s', (family) => {
  expect([...new Set(family.split(' ').map(stem))]).toHaveLength(1)
})

test.each(STRANGERS)('%s is not %s', (one, other) => {
  expect(stem(one)).not.toBe(stem(other))
})

describe('codes', () => {
  test.each(['112', 'ktp', '2h2', 'covid19', 'mpp'])('%s stays as it is', (code) => {
    expect(stem(code)).toBe(code)
  })
})
