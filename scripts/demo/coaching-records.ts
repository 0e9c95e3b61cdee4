import type { PlanInput, SessionInput } from '#app/domain/coaching/coaching.schema.ts'

type ItemMove =
  | { event: 'start'; by: 'adopter'; daysAgo: number }
  | { event: 'finish'; by: 'adopter'; daysAgo: number; note: string }
  | { event: 'verify'; by: 'mentor'; daysAgo: number }

type Answer =
  | { event: 'confirm'; daysAgo: number }
  | { event: 'lock'; daysAgo: number }
  | { event: 'dispute'; daysAgo: number; note: string }

type Written = Omit<
  SessionInput,
  'id' | 'version' | 'agencyId' | 'adoptionId' | 'unit' | 'date' | 'items' | 'nextOn' | 'obstacleNote'
>

/** A session of the demo province, told by days before the day on which the demo is made. */
export type DemoSession = Written & {
  obstacleNote: string | null
  regionCode: string
  /** Serves the running adoption of the district. */
  ofAdoption?: boolean
  daysAgo: number
  items: { what: string; who: string; dueInDays: number; moves?: ItemMove[] }[]
  answers: Answer[]
}

const usual = { mode: 'technical_assistance', channel: 'on_site', time: '09:00', durationMinutes: 90 } as const
const quiet = { obstacles: [], obstacleNote: null, purpose: null } satisfies Partial<DemoSession>

export const DEMO_SESSIONS: DemoSession[] = [
  {
    ...usual,
    ...quiet,
    regionCode: '97.01',
    daysAgo: 96,
    travelMinutes: 180,
    women: 9,
    men: 6,
    withDisability: 1,
    topics: ['problem_definition', 'complaints_handling'],
    findings: 'Keluhan warga tentang antrean loket dicatat di tiga buku yang berbeda dan tidak pernah dijumlahkan.',
    advice: 'Satukan keluhan dalam satu daftar, jumlahkan setiap Jumat, lalu bahas tiga keluhan terbanyak dalam rapat.',
    adviceReusable: true,
    visibility: 'public_lesson',
    items: [
      {
        what: 'Buat satu daftar keluhan untuk semua loket',
        who: 'Bagian Organisasi',
        dueInDays: -80,
        moves: [
          { event: 'finish', by: 'adopter', daysAgo: 84, note: 'Daftar dipakai di empat loket sejak pekan lalu.' },
          { event: 'verify', by: 'mentor', daysAgo: 82 },
        ],
      },
    ],
    answers: [
      { event: 'confirm', daysAgo: 94 },
      { event: 'lock', daysAgo: 60 },
    ],
  },
  {
    ...usual,
    ...quiet,
    regionCode: '97.01',
    ofAdoption: true,
    daysAgo: 34,
    mode: 'peer_learning',
    channel: 'online',
    durationMinutes: 60,
    travelMinutes: null,
    women: 7,
    men: 4,
    withDisability: 0,
    topics: ['budget', 'service_procedure'],
    findings: 'Anggaran perubahan ditutup akhir bulan, sedangkan rincian biaya transpor kader belum disusun.',
    advice: 'Pinjam format rincian biaya dari daerah asal praktik dan ganti hanya harga satuannya.',
    adviceReusable: true,
    visibility: 'hub',
    items: [
      {
        what: 'Kirim rincian biaya transpor kader ke hub',
        who: 'Kepala Bappeda',
        dueInDays: -12,
        moves: [{ event: 'start', by: 'adopter', daysAgo: 30 }],
      },
      {
        what: 'Minta panduan kelas ke instansi asal',
        who: 'Bidang Kesehatan Masyarakat',
        dueInDays: -5,
        moves: [
          { event: 'finish', by: 'adopter', daysAgo: 6, note: 'Panduan diterima lewat surel dengan surat pengantar.' },
        ],
      },
    ],
    answers: [{ event: 'confirm', daysAgo: 32 }],
  },
  {
    ...usual,
    ...quiet,
    regionCode: '97.01',
    daysAgo: 20,
    mode: 'field_visit',
    durationMinutes: 240,
    travelMinutes: 240,
    women: 5,
    men: 7,
    withDisability: 1,
    topics: ['fit_check'],
    findings: 'Sinyal di dua puskesmas hanya ada di halaman depan. Petugas memakai satu ponsel bersama.',
    advice: 'Tempatkan papan nomor antrean di halaman depan dan kirim SMS dari sana.',
    adviceReusable: false,
    visibility: 'pair',
    obstacles: ['technology', 'distance'],
    items: [{ what: 'Ukur sinyal di empat puskesmas lain', who: 'Dinas Kominfo', dueInDays: 10 }],
    answers: [
      { event: 'dispute', daysAgo: 17, note: 'Peserta 14 orang, bukan 12. Dua bidan datang setelah istirahat.' },
    ],
  },
  {
    ...usual,
    ...quiet,
    regionCode: '97.01',
    ofAdoption: true,
    daysAgo: 3,
    travelMinutes: 180,
    women: 8,
    men: 3,
    withDisability: 1,
    topics: ['service_procedure', 'communication'],
    findings: 'Suami hanya datang bila diundang kepala desa. Dua kelas terakhir diundang bidan dan dihadiri ibu saja.',
    advice: 'Minta kepala desa yang mengundang, dan adakan kelas sesudah kerja bakti.',
    adviceReusable: true,
    visibility: 'hub',
    items: [{ what: 'Coba undangan kepala desa di dua desa', who: 'Kepala puskesmas', dueInDays: 14 }],
    answers: [],
  },
  {
    ...usual,
    ...quiet,
    regionCode: '97.71',
    daysAgo: 52,
    travelMinutes: 30,
    women: 12,
    men: 10,
    withDisability: 0,
    topics: ['choosing_practice'],
    findings: 'Tiga praktik dibandingkan. Dinas memilih yang tidak memerlukan aplikasi baru.',
    advice: 'Tulis alasan pilihan dalam satu halaman agar pengganti pejabat memahaminya.',
    adviceReusable: true,
    visibility: 'hub',
    items: [{ what: 'Susun alasan pilihan satu halaman', who: 'Bagian Organisasi', dueInDays: 6 }],
    answers: [],
  },
  {
    ...usual,
    ...quiet,
    regionCode: '97.03',
    daysAgo: 71,
    channel: 'whatsapp',
    durationMinutes: 30,
    travelMinutes: null,
    women: 2,
    men: 3,
    withDisability: 0,
    topics: ['problem_definition'],
    findings: 'Daerah ingin mengurangi perjalanan warga pulau untuk mengurus KTP-el.',
    advice: null,
    adviceReusable: false,
    visibility: 'pair',
    obstacles: ['distance'],
    items: [],
    answers: [],
  },
]

type DemoPlan = Omit<PlanInput, 'id' | 'version' | 'agencyId' | 'adoptionId' | 'unit' | 'date'> & {
  regionCode: string
  ofAdoption?: boolean
  /** Days from the day on which the demo is made; negative for a visit that nobody has logged yet. */
  inDays: number
  madeDaysAgo: number
}

export const DEMO_PLANS: DemoPlan[] = [
  {
    ...usual,
    regionCode: '97.71',
    inDays: -1,
    madeDaysAgo: 9,
    travelMinutes: 30,
    purpose: 'Memeriksa alasan pilihan praktik',
    topics: ['choosing_practice'],
  },
  {
    ...usual,
    regionCode: '97.03',
    inDays: 4,
    madeDaysAgo: 2,
    time: '10:00',
    durationMinutes: 240,
    travelMinutes: 480,
    purpose: 'Merumuskan kebutuhan layanan kependudukan di pulau',
    topics: ['problem_definition', 'data_and_evidence'],
  },
  {
    ...usual,
    regionCode: '97.01',
    ofAdoption: true,
    inDays: 11,
    madeDaysAgo: 2,
    channel: 'online',
    durationMinutes: 60,
    travelMinutes: null,
    purpose: 'Melihat hasil undangan kepala desa di dua desa',
    topics: ['service_procedure'],
  },
]
