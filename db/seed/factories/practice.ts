import type { Executor } from '../../client.server.ts'
import type { PracticeContent } from '../../practice-content.ts'
import { insertPublishedPractices } from '../../queries/catalogue.server.ts'
import { allocatePublicId } from '../../queries/practices.server.ts'
import { STORY_SECTIONS } from '../../vocabulary.ts'

const unwritten = () => ({ id: null, en: null })

/** A text that has everything a submission needs, and little more. */
export function practiceContent(changes: Partial<PracticeContent> = {}): PracticeContent {
  const story = Object.fromEntries(STORY_SECTIONS.map((section) => [section, unwritten()])) as PracticeContent['story']
  return {
    brand: 'PELITA CONTOH',
    title: { id: 'Lampu jalan yang dirawat warga', en: 'Street lamps kept by residents' },
    tagline: { id: 'Warga melaporkan lampu yang padam dan petugas menggantinya.', en: null },
    unit: 'Dinas Perhubungan',
    startedOn: '2024',
    contactEmail: 'pelita@contoh.invalid',
    form: 'public_service',
    digital: false,
    sector: 'pekerjaan-umum-perumahan',
    affair: 'pekerjaan-umum-penataan-ruang',
    kippCategory: 'pemberdayaan-masyarakat',
    targetGroups: ['masyarakat-umum'],
    sdgs: [11],
    subjects: { id: ['lampu jalan', 'gotong royong'], en: ['street lighting'] },
    maturity: 'implemented',
    story: {
      ...story,
      summary: { id: 'Warga menjaga lampu jalan di kampungnya bersama petugas dinas.', en: null },
      background: { id: 'Pada 2023 sepertiga lampu jalan padam lebih dari sebulan.', en: null },
      implementation: { id: 'Setiap RT menunjuk dua penjaga lampu yang melapor lewat pesan singkat.', en: null },
    },
    problem: { id: 'Lampu jalan padam berbulan-bulan.', en: null },
    approach: { id: 'Penjaga lampu di setiap RT.', en: null },
    results: [
      {
        indicator: 'Lampu jalan yang menyala',
        unit: '%',
        baseline: '66 (2023)',
        result: '94 (2025)',
        period: '2023–2025',
        method: 'Hitungan lapangan dinas',
      },
    ],
    noResultsReason: null,
    kit: {
      prerequisites: ['Pengurus RT yang aktif'],
      costs: [{ item: 'Lampu pengganti', per: 'tiang', setUp: 450_000, yearly: 50_000, year: 2025 }],
      staff: 'Dua petugas dinas',
      legalBasis: null,
      technology: 'Pesan singkat',
      timeToLaunch: '3 bulan',
      parts: [{ name: 'Penjaga lampu di setiap RT', kind: 'core' }],
      pitfalls: [],
      licence: null,
      replicable: true,
      hostCapacity: 4,
    },
    awards: [],
    replicatedBy: [],
    sources: ['https://contoh.go.id/pelita'],
    remarks: null,
    ...changes,
  }
}

type Published = { agencyId: string; hubId?: string | null; scope?: string; content?: PracticeContent; now?: Date }

/** A practice on the site, as one of the starting catalogue: no person wrote or checked it. */
export async function publishedPractice(
  db: Executor,
  { agencyId, hubId = null, scope = '97', content, now }: Published,
) {
  const publicId = await allocatePublicId(db, scope)
  const at = now ?? new Date()
  const record = { practice: { publicId, agencyId, hubId, createdAt: at }, content: content ?? practiceContent() }
  const ids = await insertPublishedPractices(db, [record], at)
  return { id: ids.get(publicId)!, publicId }
}
