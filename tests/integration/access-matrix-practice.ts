import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { insertImport, insertImportRows, updateImport } from '#db/queries/imports.server.ts'
import { insertProposalReading } from '#db/queries/proposals.server.ts'
import { practiceRevisions, practices } from '#db/schema/index.ts'
import type { RevisionState } from '#db/vocabulary.ts'
import { mergeToUndo, twinsToMerge } from '#tests/support/twins.ts'
import type { Row, Who, World } from './access-matrix.ts'

/** An address of the demo district's practice whose open text is in that state. */
const practice =
  (state: RevisionState, before: string, after = '') =>
  async ({ db, people }: World) => {
    const agencyId = people.author.hat?.organisationId ?? ''
    const [row] = await db
      .select({ publicId: practices.publicId })
      .from(practices)
      .innerJoin(practiceRevisions, eq(practiceRevisions.practiceId, practices.id))
      .where(and(eq(practices.agencyId, agencyId), eq(practiceRevisions.state, state)))
      .orderBy(practices.publicId)
    return `${before}/${row!.publicId}${after}`
  }

/** A Word file that the demo author has uploaded. */
async function wordFile({ db, people }: World) {
  const { id } = await insertProposalReading(db, {
    ...{ userId: people.author.userId, practiceId: null, images: 0, createdAt: new Date() },
    fileName: 'proposal-contoh.docx',
    pieces: [{ heading: 'Ringkasan', target: 'summary', reason: null, text: 'Loket keliling di sungai.' }],
  })
  return `/work/practices/from-word/${id}`
}

/** A sheet of the demo agency: only its admin may open it. */
async function sheet({ db, people }: World) {
  const { userId, hat } = people.admin
  const { id } = await insertImport(db, {
    ...{ createdBy: userId, organisationId: hat?.organisationId ?? '', role: 'agency_admin', rowCount: 1 },
    ...{ fileName: 'contoh.xlsx', columns: ['Nama Inovasi', 'Instansi'], createdAt: new Date(), stepAt: new Date() },
  })
  await insertImportRows(db, [{ importId: id, number: 2, cells: ['', 'Kabupaten Contoh'], formulas: [] }])
  await updateImport(db, { id, from: ['checking'] }, { state: 'checked', endedAt: new Date() })
  return `/work/imports/${id}`
}

const importers: readonly Who[] = ['agency_admin', 'curator', 'hub_manager', 'national_admin']
const owners: readonly Who[] = ['author', 'agency_admin', 'agency_head', 'adopter_lead']
const reviewers: readonly Who[] = ['agency_admin', 'curator', 'national_admin']
const readers: readonly Who[] = [...owners, 'curator', 'hub_manager', 'national_admin']

export const statisticsReaders: readonly Who[] = [...readers, 'observer']

/** Rows of writing and reviewing; author, admin and head of the demo all belong to the district that owns the practice. */
export const practiceRows = (nobody: readonly Who[]): Row[] => [
  { id: 'routes/work.practices._index', path: '/work/practices', get: readers, post: nobody },
  { id: 'routes/work.practices.new', path: '/work/practices/new', get: ['author'], post: ['author'] },
  {
    id: 'routes/work.practices.from-word._index',
    path: '/work/practices/from-word',
    get: ['author'],
    post: ['author'],
  },
  {
    id: 'routes/work.practices.from-word.$proposalId',
    path: wordFile,
    get: ['author'],
    post: ['author'],
  },
  {
    // Published, with a second version that was sent in.
    id: 'routes/work.practices.$practiceId._index',
    path: practice('document_verified', '/work/practices'),
    get: readers,
    post: ['author', ...reviewers, 'hub_manager'],
  },
  {
    id: 'routes/work.practices.$practiceId.autosave.$section',
    path: practice('draft', '/work/practices', '/autosave/background'),
    get: ['author'],
    post: ['author'],
  },
  {
    id: 'routes/work.practices.$practiceId.edit.$section',
    path: practice('draft', '/work/practices', '/edit/background'),
    get: ['author'],
    post: ['author'],
  },
  {
    id: 'routes/work.practices.$practiceId.edit.attachments',
    path: practice('draft', '/work/practices', '/edit/attachments'),
    get: ['author'],
    post: ['author'],
  },
  {
    id: 'routes/work.practices.$practiceId.presence.$section',
    path: practice('draft', '/work/practices', '/presence/background'),
    get: ['author'],
    post: ['author'],
  },
  {
    // What nobody has sent in yet is for its owners.
    id: 'routes/work.practices.$practiceId.preview',
    path: practice('draft', '/work/practices', '/preview'),
    get: owners,
    post: nobody,
  },
  {
    id: 'routes/work.practices.$practiceId.iga[.]xlsx',
    path: practice('document_verified', '/work/practices', '/iga.xlsx'),
    get: readers,
    post: nobody,
  },
  {
    id: 'routes/work.practices.$practiceId.kipp[.]docx',
    path: practice('document_verified', '/work/practices', '/kipp.docx'),
    get: readers,
    post: nobody,
  },
  {
    id: 'routes/work.practices.$practiceId.statistics',
    path: practice('document_verified', '/work/practices', '/statistics'),
    get: statisticsReaders,
    post: nobody,
  },
  {
    id: 'routes/work.practices.$practiceId.statistics[.]csv',
    path: practice('document_verified', '/work/practices', '/statistics.csv'),
    get: statisticsReaders,
    post: nobody,
  },
  {
    id: 'routes/work.practices.$practiceId.similar',
    path: practice('document_verified', '/work/practices', '/similar'),
    get: ['author', 'curator', 'hub_manager', 'national_admin'],
    post: ['author'],
  },
  {
    id: 'routes/work.practices.$practiceId.terms',
    path: practice('document_verified', '/work/practices', '/terms'),
    get: ['author', 'agency_admin', 'curator', 'hub_manager', 'national_admin'],
    post: ['author', 'agency_admin', 'curator', 'hub_manager', 'national_admin'],
  },
  {
    id: 'routes/work.practices.$practiceId.contact',
    path: practice('document_verified', '/work/practices', '/contact'),
    get: ['author', 'agency_admin', 'curator', 'hub_manager'],
    // The national admin looks after practices that no hub answers for: this one is none of them.
    post: ['author', 'agency_admin', 'curator', 'hub_manager', 'national_admin'],
  },
  {
    // Two published practices under the same hub.
    id: 'routes/work.practices.$practiceId.merge',
    path: twinsToMerge,
    get: ['curator', 'hub_manager', 'national_admin'],
    post: ['curator', 'hub_manager', 'national_admin'],
  },
  {
    id: 'routes/work.practices.$practiceId.merges.$mergeId',
    path: mergeToUndo,
    get: ['curator', 'hub_manager', 'national_admin'],
    post: ['curator', 'hub_manager', 'national_admin'],
  },
  {
    id: 'routes/work.practices.$practiceId.withdraw',
    path: practice('document_verified', '/work/practices', '/withdraw'),
    get: ['curator', 'national_admin'],
    post: ['curator', 'national_admin'],
  },
  { id: 'routes/work.imports._index', path: '/work/imports', get: importers, post: importers },
  { id: 'routes/work.imports.template[.]xlsx', path: '/work/imports/template.xlsx', get: importers, post: nobody },
  {
    id: 'routes/work.imports.$importId._index',
    path: sheet,
    get: ['agency_admin'],
    // Nothing is asked for: whoever gets past the guard is told so; others' sheets do not exist.
    post: importers,
  },
  {
    id: 'routes/work.imports.$importId.faults[.]xlsx',
    path: async (world) => `${await sheet(world)}/faults.xlsx`,
    get: ['agency_admin'],
    post: nobody,
  },
  {
    id: 'routes/work.review._index',
    path: '/work/review',
    get: [...reviewers, 'hub_manager'],
    post: [...reviewers, 'hub_manager'],
  },
  {
    id: 'routes/work.review.batch',
    path: '/work/review/batch?action=request_changes',
    get: reviewers,
    post: reviewers,
  },
  {
    // A decision of nobody: whoever passes the guard is told that there is none.
    id: 'routes/work.review.batches.$batchId',
    path: `/work/review/batches/${randomUUID()}`,
    get: nobody,
    post: reviewers,
  },
  {
    id: 'routes/work.review.templates',
    path: '/work/review/templates',
    get: ['curator', 'hub_manager', 'national_admin'],
    post: ['curator', 'hub_manager', 'national_admin'],
  },
  {
    id: 'routes/work.review.rules',
    path: '/work/review/rules',
    get: ['curator', 'hub_manager'],
    post: ['hub_manager'],
  },
  {
    id: 'routes/work.review.$practiceId',
    path: practice('document_verified', '/work/review'),
    get: [...reviewers, 'hub_manager'],
    post: [...reviewers, 'hub_manager'],
  },
]
