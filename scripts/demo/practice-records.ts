import type { ContentPatch } from '#app/domain/practice/practice.schema.ts'
import type { Section } from '#app/domain/practice/sections.ts'
import type { AdoptionKit } from '#db/practice-content.ts'
import type { Sector } from '#db/vocabulary.ts'

/** A practice of the demo district: invented, and named so. */
export type DemoPractice = {
  brand: string
  title: string
  sector: Sector
  sections: Partial<Record<Section, ContentPatch>>
}

const id = (text: string) => ({ id: text, en: null })
const both = (text: string, english: string) => ({ id: text, en: english })

/** Only just begun: most sections are empty. */
export const DRAFT: DemoPractice = {
  brand: 'SAPA CONTOH (Satu Pintu Administrasi Contoh)',
  title: 'Pengurusan surat desa dalam satu kunjungan',
  sector: 'pemerintahan-desa',
  sections: {
    identity: {
      brand: 'SAPA CONTOH (Satu Pintu Administrasi Contoh)',
      title: id('Pengurusan surat desa dalam satu kunjungan'),
      tagline: id('Warga mengurus tujuh jenis surat desa dalam satu kunjungan ke satu meja.'),
      unit: 'Dinas Pemberdayaan Masyarakat dan Desa Contoh',
      startedOn: '2026-02',
    },
    background: {
      story: {
        background: id(
          'Sebelum praktik ini (contoh), warga datang tiga kali ke kantor desa untuk satu surat. Pada 2025 rata-rata waktu pengurusan tercatat sembilan hari.',
        ),
      },
      problem: id('Warga datang berkali-kali untuk satu surat desa.'),
    },
  },
}

/** Complete, sent to the document check. */
export const SUBMITTED: DemoPractice = {
  brand: 'PERAHU CONTOH (Pelayanan Rawat Hulu)',
  title: 'Perahu layanan kesehatan untuk kampung di hulu sungai',
  sector: 'kesehatan',
  sections: {
    identity: {
      brand: 'PERAHU CONTOH (Pelayanan Rawat Hulu)',
      title: both('Perahu layanan kesehatan untuk kampung di hulu sungai', 'A health boat for villages upriver'),
      tagline: id('Bidan, perawat, dan petugas gizi datang dengan perahu ke sebelas kampung setiap bulan.'),
      unit: 'Puskesmas Contoh Hulu',
      startedOn: '2024-05',
      contactEmail: 'puskesmas@contoh.invalid',
    },
    classification: {
      form: 'public_service',
      digital: false,
      sector: 'kesehatan',
      affair: 'kesehatan',
      kippCategory: 'kesehatan',
      targetGroups: ['warga-terpencil-perbatasan-kepulauan', 'ibu-hamil-menyusui', 'bayi-balita'],
      sdgs: [3, 10],
      subjects: {
        id: ['layanan kesehatan keliling', 'perahu', 'posyandu', 'kampung terpencil'],
        en: ['mobile health service'],
      },
      maturity: 'implemented',
    },
    summary: {
      story: {
        summary: id(
          'Sebelas kampung contoh di hulu sungai berjarak lima jam dari puskesmas. Sejak Mei 2024 tim kecil datang dengan perahu setiap bulan, memeriksa ibu hamil dan balita, memberi imunisasi, dan membawa obat. Jadwalnya diumumkan sebulan sebelumnya lewat radio desa. Kunjungan ibu hamil keempat naik dari 31 menjadi 68 persen dalam dua tahun (angka contoh).',
        ),
      },
    },
    background: {
      story: {
        background: id(
          'Kampung di hulu hanya dapat dicapai dengan perahu sewaan seharga ratusan ribu rupiah. Pada 2023 hanya 31 persen ibu hamil memeriksakan diri empat kali, dan dua dari lima balita tidak pernah ditimbang. Tujuannya: setiap kampung dikunjungi tenaga kesehatan paling sedikit sekali sebulan (contoh).',
        ),
      },
      problem: id('Ibu hamil dan balita di kampung hulu tidak terjangkau puskesmas.'),
    },
    implementation: {
      story: {
        implementation: id(
          'Jadwal setahun disusun bersama kepala kampung menurut musim air. Tim berangkat dengan perahu bermesin milik kabupaten: satu bidan, satu perawat, satu petugas gizi, dan satu juru mudi warga setempat. Kader kampung mengumpulkan warga lewat radio desa. Bila air terlalu tinggi, kunjungan diganti konsultasi radio dan diulang dalam dua minggu.',
        ),
      },
      approach: id('Tim puskesmas datang dengan perahu menurut jadwal tetap yang disusun bersama kampung.'),
    },
    results: {
      results: [
        {
          indicator: 'Ibu hamil yang diperiksa empat kali (angka contoh)',
          unit: '%',
          baseline: '31 (2023)',
          result: '68 (2025)',
          period: '2023–2025',
          method: 'Catatan kohort puskesmas contoh',
        },
      ],
    },
    sources: { sources: ['https://contoh.go.id/perahu'] },
  },
}

/** Given back by the agency admin with a required remark. */
export const RETURNED: DemoPractice = {
  brand: 'LUMBUNG CONTOH',
  title: 'Lumbung benih bersama agar petani tidak kehabisan bibit saat tanam',
  sector: 'pertanian-ketahanan-pangan',
  sections: {
    identity: {
      brand: 'LUMBUNG CONTOH',
      title: id('Lumbung benih bersama agar petani tidak kehabisan bibit saat tanam'),
      tagline: id('Petani menyimpan sebagian benih panen di lumbung kampung dan meminjamnya saat musim tanam.'),
      unit: 'Dinas Pertanian Contoh Hulu',
      startedOn: '2025',
    },
    background: {
      story: {
        background: id(
          'Benih sering habis saat musim tanam, sehingga petani contoh membeli dengan harga dua kali lipat.',
        ),
      },
    },
    implementation: {
      story: {
        implementation: id(
          'Setiap kelompok menyimpan satu dari dua puluh karung panen di lumbung kampung. Catatannya dipegang dua orang.',
        ),
      },
    },
    results: { noResultsReason: 'Baru satu musim tanam; hasil dihitung setelah panen 2027.' },
  },
}

/** What it takes to start, in made-up figures. */
const KIT: AdoptionKit = {
  prerequisites: ['Kepala kampung menunjuk dua kader', 'Anggaran alat uji di puskesmas'],
  prerequisiteKinds: {
    'Kepala kampung menunjuk dua kader': 'leadership',
    'Anggaran alat uji di puskesmas': 'budget',
  },
  costs: [
    { item: 'Alat uji air', per: null, setUp: 50_000, yearly: 20_000, year: 2024, scale: 'village' },
    { item: 'Pelatihan kader', per: 'dua kader', setUp: 300_000, yearly: null, year: 2024, scale: 'village' },
    { item: 'Buku pedoman', per: null, setUp: 2_000_000, yearly: null, year: 2024, scale: 'fixed' },
  ],
  staffing: [
    { role: 'Petugas kesehatan lingkungan', count: 1, time: 'part', skill: 'uji mutu air' },
    { role: 'Kader kampung', count: 2, time: 'part' },
  ],
  staff: null,
  regulations: [{ kind: 'agency_decree', number: '12', year: 2023, about: 'kader penguji air' }],
  legalBasis: null,
  technologies: [{ name: 'Alat uji air sederhana', kind: 'hardware' }],
  technology: null,
  launchMin: 2,
  launchMax: 4,
  timeToLaunch: null,
  parts: [
    { name: 'Kader yang dipilih kampung', kind: 'core', note: 'Warga percaya pada orang yang mereka pilih.' },
    { name: 'Warna hasil di depan rumah', kind: 'core' },
    { name: 'Jarak uji tiga bulan', kind: 'adaptable' },
  ],
  pitfalls: ['Alat uji habis sebelum anggaran tahun berikutnya'],
  remedies: { 'Alat uji habis sebelum anggaran tahun berikutnya': 'Pesan cadangan pada triwulan ketiga.' },
  licence: null,
  licenceKind: 'attribution',
  replicable: true,
  hostCapacity: 4,
}

/** Published once, and a second version waits for the curator. */
export const PUBLISHED: DemoPractice = {
  brand: 'AIR JERNIH CONTOH',
  title: 'Warga memeriksa mutu air sumur dengan alat uji sederhana',
  sector: 'air-minum',
  sections: {
    identity: {
      brand: 'AIR JERNIH CONTOH',
      title: both(
        'Warga memeriksa mutu air sumur dengan alat uji sederhana',
        'Residents test their well water with a simple kit',
      ),
      tagline: id('Kader kampung menguji sumur setiap tiga bulan dan menempelkan hasilnya di depan rumah.'),
      unit: 'Dinas Kesehatan Contoh Hulu',
      level: 'regency_city',
      startedOn: '2023',
      contactEmail: 'air@contoh.invalid',
      contactRole: 'Kepala Bidang Kesehatan Masyarakat',
    },
    summary: {
      story: {
        summary: both(
          'Kader kampung di Kabupaten Contoh Hulu menguji air sumur warga setiap tiga bulan dengan alat uji sederhana. Hasilnya ditempel di depan rumah dengan warna yang mudah dimengerti, dan sumur yang tercemar segera diberi kaporit oleh petugas.',
          'Village volunteers in Kabupaten Contoh Hulu test the wells every three months with a simple kit. The result is posted at the house in a colour that everybody understands, and officers chlorinate a polluted well at once.',
        ),
      },
    },
    background: {
      story: {
        background: id(
          'Pada 2022 sepertiga sumur di kampung contoh tercemar bakteri. Warga tidak tahu sumur mana yang aman.',
        ),
      },
      problem: id('Warga tidak tahu apakah air sumurnya aman diminum.'),
    },
    implementation: {
      story: {
        implementation: both(
          'Setiap kampung memilih dua kader. Mereka dilatih sehari dan memakai alat uji seharga lima puluh ribu rupiah.',
          'Each village chooses two volunteers. They are trained for a day and use a kit that costs fifty thousand rupiah.',
        ),
      },
      approach: id('Kader kampung menguji sumur dan menempelkan hasilnya.'),
    },
    results: {
      results: [
        {
          indicator: 'Sumur yang tercemar (angka contoh)',
          unit: '%',
          baseline: '33 (2022)',
          result: '14 (2024)',
          period: '2022–2024',
          method: 'Uji kader, diulang petugas pada satu dari sepuluh sumur',
          baselineOn: '2022-10',
          resultOn: '2024-10',
          evidence: 'Buku uji sumur kampung contoh',
        },
      ],
    },
    kit: { kit: KIT },
    sources: { sources: ['https://contoh.go.id/air-jernih'] },
  },
}

/** What the second version of the published one says anew. */
export const SECOND_VERSION: Partial<Record<Section, ContentPatch>> = {
  implementation: {
    story: {
      implementation: id(
        'Setiap kampung memilih dua kader, paling sedikit satu perempuan. Mereka dilatih dua hari dan memakai alat uji seharga lima puluh ribu rupiah. Hasilnya dicatat di buku kampung.',
      ),
    },
    approach: id('Kader kampung menguji sumur dan menempelkan hasilnya.'),
  },
  results: {
    results: [
      ...(PUBLISHED.sections.results?.results ?? []),
      {
        indicator: 'Kampung yang menguji setiap tiga bulan (angka contoh)',
        unit: 'kampung',
        baseline: '0 (2022)',
        result: '18 dari 21 (2026)',
        period: '2022–2026',
        method: 'Buku kampung',
      },
    ],
  },
}

/** What the agency admin asks of the returned one. */
export const REMARK = 'Sebutkan tahun dan jumlah kelompok yang ikut, dan siapa yang memegang catatan lumbung.'
