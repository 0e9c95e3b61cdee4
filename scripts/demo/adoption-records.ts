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

/** Brands of the starting catalogue; the first one is chosen. KAPSUL CINTA stays free for whoever tries the accounts. */
export const DEMO_PRACTICES = {
  birth: ['Gerakan Merbabu', 'KAPSUL CINTA', 'Kemitraan Bidan dan Dukun'],
  queue: ['Pendaftaran Puskesmas via SMS', 'Antrian Regol', 'RAJA SMILE'],
  malaria: ['EDAT', 'Bela Kaca'],
} as const

export const MATCH_NOTES: readonly string[] = [
  'Tidak memerlukan internet warga; masalahnya sama',
  'Dibangun dari sumber daya puskesmas sendiri',
  'Sudah dicoba di beberapa puskesmas',
]

export const BIRTH = {
  reason: 'Masalahnya sama dan tidak memerlukan bangunan baru. Desa di sini sudah terbiasa bergerak bersama.',
  letter:
    'Kami mencatat 41 dari 60 ibu bersalin di rumah karena keluarga tidak mengizinkan. Gerakan desa yang mengajak keluarga menjawab masalah itu.\n\nKami memohon kesediaan menerima kunjungan dan membagikan panduannya.',
  answer: 'Surat jawaban nomor 440/77: bersedia, dua hari secara daring.',
  findings:
    'Suami diundang kepala desa, bukan bidan. Kelas tanpa suami pernah dicoba dan tidak mengubah apa pun. Biaya terbesar adalah transpor kader.',
  mustKeep: 'Suami atau keluarga hadir dan ikut memutuskan tempat bersalin',
  agreement:
    'Instansi asal membimbing lima hari secara daring dan membagikan panduannya. Pengadopsi melaporkan hasil melalui JIPP. Kesepakatan dapat diakhiri dengan pemberitahuan 30 hari.',
  plan: 'Bulan 1: kader dan bidan dilatih. Bulan 2: kelas pertama di dua desa. Bulan 3: tiga desa berikutnya. Penanggung jawab: Kepala Bidang Kesehatan Masyarakat.',
  parts: [
    { part: 'Suami atau keluarga hadir', kind: 'core', decision: 'kept', becomes: null, reason: null },
    {
      part: 'Kelas tiap tiga bulan',
      kind: 'core',
      decision: 'changed',
      becomes: 'tiap dua bulan',
      reason: 'Musim tanam membuat jeda tiga bulan terlalu panjang. Disetujui instansi asal.',
    },
    {
      part: 'Tempat kelas: balai desa',
      kind: 'adaptable',
      decision: 'changed',
      becomes: 'dermaga desa',
      reason: 'Warga berkumpul saat perahu pasar datang.',
    },
    {
      part: 'Konseling KB setelah kelas',
      kind: 'optional',
      decision: 'dropped',
      becomes: null,
      reason: 'Sudah ada petugas KB keliling.',
    },
  ],
  indicators: [
    { name: 'Persalinan di fasilitas kesehatan', unit: 'per 60 ibu', baselineValue: 19, targetValue: 54, value: 27 },
    { name: 'Kelas yang dihadiri suami', unit: '%', baselineValue: 0, targetValue: 70, value: 35 },
  ],
  outcome: 'Empat kelas berjalan. Suami yang hadir naik sejak undangan datang dari kepala desa.',
} as const

export const MALARIA = {
  reason: 'Juru malaria kampung dapat dilatih dari kader yang sudah ada.',
  letter: 'Pasien kami diobati enam hari sesudah demam. Kami ingin belajar melatih juru malaria kampung.',
  stopNote:
    'Kepala dinas berganti dan tim dibentuk ulang. Program malaria digabung dengan program desa siaga, jadi adopsi tidak dilanjutkan.',
} as const
