/** What the demo districts need, and how two adoptions went. All of it is made up; the practices are real. */

export const DEMO_NEEDS = {
  birth: {
    problem: 'Ibu bersalin di rumah karena keluarga tidak mengizinkan ke puskesmas',
    affectedGroup: '180 ibu setahun di lima desa',
    baseline: '19 dari 60 ibu bersalin di fasilitas kesehatan (semester lalu)',
    planReference: 'RPJMD 2025–2029, sasaran 2.1; RKPD tahun depan',
    laporTopic: 'pelayanan kesehatan ibu',
    laporCount: 12,
  },
  queue: {
    problem: 'Pasien puskesmas menunggu setengah hari karena loket pendaftaran dibuka sekali',
    affectedGroup: '2.400 pasien sebulan, kebanyakan ibu dan lansia',
    baseline: 'Rata-rata menunggu 4 jam 10 menit (bulan lalu)',
    planReference: 'RPJMD 2025–2029, sasaran 2.1',
    laporTopic: 'pelayanan puskesmas',
    laporCount: 37,
  },
  malaria: {
    problem: 'Pasien malaria di kampung hulu terlambat diobati karena puskesmas jauh',
    affectedGroup: '640 warga di empat kampung',
    baseline: 'Rata-rata diobati 6 hari sesudah demam (tahun lalu)',
    planReference: 'RPJMD 2025–2029, sasaran 2.3',
    laporTopic: null,
    laporCount: null,
  },
} as const

/** Needs of the neighbours, who have no accounts here: recorded for them. */
export const NEIGHBOUR_NEEDS = [
  {
    slug: 'pemerintah-kabupaten-contoh-muara',
    problem: 'Sampah pasar terapung hanyut ke sungai karena tidak ada yang mengangkut',
    affectedGroup: 'Tiga desa dan 210 pedagang',
    baseline: '1,4 ton sampah sehari tidak terangkut',
    planReference: 'RKPD tahun depan, urusan lingkungan hidup',
    daysAgo: 64,
  },
  {
    slug: 'pemerintah-kabupaten-contoh-kepulauan',
    problem: 'Akta kelahiran bayi di pulau kecil terlambat lebih dari 60 hari',
    affectedGroup: '90 bayi setahun',
    baseline: '71 hari rata-rata sejak lahir (tahun lalu)',
    planReference: 'RPJMD 2025–2029, sasaran 1.4',
    daysAgo: 23,
  },
] as const

/** Brands of the starting catalogue. */
export const DEMO_PRACTICES = {
  birth: ['KAPSUL CINTA', 'Kemitraan Bidan dan Dukun', 'Si Midun ke Faskes'],
  queue: ['Pendaftaran Puskesmas via SMS', 'Antrian Regol', 'RAJA SMILE'],
  malaria: ['EDAT', 'Bela Kaca'],
} as const

export const MATCH_NOTES: readonly string[] = [
  'Keluarga ikut memutuskan tempat bersalin; masalahnya sama',
  'Dukun menjadi mitra bidan, cocok di desa terpencil',
  'Dukun mengantar ibu ke fasilitas kesehatan',
]

export const QUEUE = {
  reason: 'Masalahnya sama, tidak memerlukan internet, dan cukup satu telepon serta satu petugas di tiap puskesmas.',
  letter:
    'Pasien kami menunggu lebih dari empat jam karena loket dibuka sekali pada pagi hari. Pendaftaran lewat SMS menjawab masalah itu.\n\nKami memohon kesediaan menerima kunjungan dan membagikan prosedurnya.',
  answer: 'Surat jawaban nomor 445/77: bersedia, dua hari secara daring.',
  findings:
    'Nomor antrean dibalas dalam lima menit, kalau tidak warga tetap datang pagi. Percobaan tanpa petugas khusus berhenti sesudah dua minggu. Biaya terbesar adalah pulsa.',
  mustKeep: 'Balasan berisi nomor antrean dan perkiraan jam dilayani',
  agreement:
    'Instansi asal membimbing lima hari secara daring dan membagikan prosedurnya. Pengadopsi melaporkan hasil melalui JIPP. Kesepakatan dapat diakhiri dengan pemberitahuan 30 hari.',
  plan: 'Bulan 1: petugas dilatih. Bulan 2: uji coba di satu puskesmas. Bulan 3: tiga puskesmas berikutnya. Penanggung jawab: Kepala Bidang Pelayanan Kesehatan.',
  parts: [
    { part: 'Daftar dari telepon apa pun', kind: 'core', decision: 'kept', becomes: null, reason: null },
    {
      part: 'Balasan nomor antrean dalam lima menit',
      kind: 'core',
      decision: 'changed',
      becomes: 'dalam lima belas menit',
      reason: 'Sinyal di hulu hanya ada di dermaga. Disetujui instansi asal.',
    },
    {
      part: 'Satu nomor untuk tiap puskesmas',
      kind: 'adaptable',
      decision: 'changed',
      becomes: 'satu nomor untuk empat puskesmas',
      reason: 'Petugas belum cukup untuk empat nomor.',
    },
    {
      part: 'Pengingat sehari sebelumnya',
      kind: 'optional',
      decision: 'dropped',
      becomes: null,
      reason: 'Pulsa belum dianggarkan.',
    },
  ],
  indicators: [
    { name: 'Waktu tunggu rata-rata', unit: 'menit', baselineValue: 250, targetValue: 90, value: 168 },
    { name: 'Pasien yang mendaftar lewat SMS', unit: '%', baselineValue: 0, targetValue: 60, value: 31 },
  ],
  outcome: 'Empat puskesmas berjalan. Pasien lansia didaftarkan kader, karena sebagian tidak memakai telepon.',
} as const

export const MALARIA = {
  reason: 'Juru malaria kampung dapat dilatih dari kader yang sudah ada.',
  letter: 'Pasien kami diobati enam hari sesudah demam. Kami ingin belajar melatih juru malaria kampung.',
  stopNote:
    'Kepala dinas berganti dan tim dibentuk ulang. Program malaria digabung dengan program desa siaga, jadi adopsi tidak dilanjutkan.',
} as const
