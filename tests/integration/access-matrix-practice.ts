import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { practiceRevisions, practices } from '#db/schema/index.ts'
import type { RevisionState } from '#db/vocabulary.ts'
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

const owners: readonly Who[] = ['author', 'agency_admin', 'agency_head', 'adopter_lead']
const reviewers: readonly Who[] = ['agency_admin', 'curator', 'national_admin']
const readers: readonly Who[] = [...owners, 'curator', 'hub_manager', 'national_admin']

/** Rows of writing and reviewing; author, admin and head of the demo all belong to the district that owns the practice. */
export const practiceRows = (nobody: readonly Who[]): Row[] => [
  { id: 'routes/work.practices._index', path: '/work/practices', get: readers, post: nobody },
  { id: 'routes/work.practices.new', path: '/work/practices/new', get: ['author'], post: ['author'] },
  {
    // Published, with a second version that was sent in.
    id: 'routes/work.practices.$practiceId._index',
    path: practice('document_verified', '/work/practices'),
    get: readers,
    post: ['author', ...reviewers],
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
    id: 'routes/work.practices.$practiceId.withdraw',
    path: practice('document_verified', '/work/practices', '/withdraw'),
    get: ['curator', 'national_admin'],
    post: ['curator', 'national_admin'],
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
