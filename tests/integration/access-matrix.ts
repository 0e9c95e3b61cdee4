import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Database } from '#db/client.server.ts'
import { coachingSessions, practiceQuestions, practices } from '#db/schema/index.ts'
import type { Role } from '#db/vocabulary.ts'
import type { DemoPeople } from '../../scripts/demo/people.ts'
import { adoptionRows } from './access-matrix-adoption.ts'
import { practiceRows, statisticsReaders } from './access-matrix-practice.ts'

export type Who = 'visitor' | Role

/** The demo installation that the requests are made against: look up the record that a path needs. */
export type World = { db: Database; people: DemoPeople }

export type Row = {
  /** Route id, as in `npx remix routes --json`. */
  id: string
  /** An address of the route; a function when it names a record of the demo data. */
  path: string | ((world: World) => Promise<string>)
  /** Who may read it. All others are sent to sign in (visitors) or get 403, 404 (people). */
  get: readonly Who[]
  /** Who may send a form to it; `nobody` when the route has none. */
  post: readonly Who[]
  /** What is sent; a form with nothing in it is enough to see who gets past the guard. */
  body?: Readonly<Record<string, string>>
  /** Mail programs send its form by themselves: it is known by its token, not by where it comes from. */
  fromAnywhere?: boolean
  /** Status of a page that says no to everybody, such as an unknown address. */
  status?: number
}

const ROLES_IN_AGENCIES = ['author', 'agency_admin', 'agency_head', 'adopter_lead'] as const
const ROLES_IN_HUBS = ['curator', 'hub_manager', 'mentor'] as const

export const nobody: readonly Who[] = []
export const signedIn: readonly Who[] = [...ROLES_IN_AGENCIES, ...ROLES_IN_HUBS, 'national_admin', 'observer']
export const everyone: readonly Who[] = ['visitor', ...signedIn]
const keepers: readonly Who[] = ['agency_admin', 'hub_manager', 'national_admin']

/** The session that the demo district disputes; only its mentor, its agency and its hub manager know of it. */
async function disputedSession({ db }: World): Promise<string> {
  const [session] = await db
    .select({ id: coachingSessions.id })
    .from(coachingSessions)
    .where(and(eq(coachingSessions.isDemo, true), eq(coachingSessions.state, 'disputed')))
  if (!session) throw new Error('the demo data hold no disputed session')
  return session.id
}

/** A question about a practice of the demo district. */
async function demoQuestion({ db, people }: World): Promise<string> {
  const [question] = await db
    .select({ id: practiceQuestions.id })
    .from(practiceQuestions)
    .innerJoin(practices, eq(practices.id, practiceQuestions.practiceId))
    .where(eq(practices.agencyId, people.author.hat?.organisationId ?? ''))
  if (!question) throw new Error('the demo data hold no question')
  return `/work/questions/${question.id}`
}

/** One row for every route. The test fails when a route has none, and when a row has no route. */
export const ACCESS_MATRIX: readonly Row[] = [
  // public pages
  { id: 'routes/_index', path: '/', get: everyone, post: nobody },
  { id: 'routes/about', path: '/about', get: everyone, post: nobody },
  { id: 'routes/accessibility', path: '/accessibility', get: everyone, post: nobody },
  { id: 'routes/compare', path: '/compare', get: everyone, post: nobody },
  { id: 'routes/exports.$file', path: '/exports/practices.csv?q=antrean', get: everyone, post: nobody },
  { id: 'routes/glossary', path: '/glossary', get: everyone, post: nobody },
  { id: 'routes/hubs._index', path: '/hubs', get: everyone, post: nobody },
  { id: 'routes/hubs.$slug', path: '/hubs/hub-contoh', get: everyone, post: nobody },
  { id: 'routes/network', path: '/network', get: everyone, post: nobody },
  { id: 'routes/open-data', path: '/open-data', get: everyone, post: nobody },
  { id: 'routes/practices._index', path: '/practices', get: everyone, post: nobody },
  { id: 'routes/practices.$practiceId._index', path: '/practices/JIPP-16-0001', get: everyone, post: nobody },
  { id: 'routes/practices.$practiceId.$version', path: '/practices/JIPP-16-0001/v1', get: everyone, post: nobody },
  {
    id: 'routes/practices.$practiceId.diff',
    path: '/practices/JIPP-16-0001/diff?from=1&to=1',
    get: everyone,
    post: nobody,
  },
  { id: 'routes/privacy', path: '/privacy', get: everyone, post: nobody },
  { id: 'routes/status', path: '/status', get: everyone, post: nobody },
  { id: 'routes/$', path: '/no-such-page', get: everyone, post: nobody, status: 404 },

  // for machines
  { id: 'routes/practices.suggest', path: '/practices/suggest?q=sam', get: everyone, post: nobody },
  { id: 'routes/api.$', path: '/api/no-such-thing', get: everyone, post: nobody, status: 404 },
  { id: 'routes/api.v1.openapi[.]json', path: '/api/v1/openapi.json', get: everyone, post: nobody },
  { id: 'routes/api.v1.practices._index', path: '/api/v1/practices', get: everyone, post: nobody },
  { id: 'routes/api.v1.practices.$practiceId', path: '/api/v1/practices/JIPP-16-0001', get: everyone, post: nobody },
  {
    id: 'routes/files.$fileId.$name',
    path: '/files/00000000-0000-4000-8000-000000000000/960.webp',
    get: everyone,
    post: nobody,
    status: 404,
  },
  { id: 'routes/practices.$practiceId[.]pdf', path: '/practices/JIPP-16-0001.pdf', get: everyone, post: nobody },
  {
    id: 'routes/practices.$practiceId.card[.]png',
    path: '/practices/JIPP-16-0001/card.png',
    get: everyone,
    post: nobody,
  },
  { id: 'routes/practices.$practiceId.cite', path: '/practices/JIPP-16-0001/cite', get: everyone, post: nobody },
  { id: 'routes/practices.$practiceId.links', path: '/practices/JIPP-16-0001/links', get: everyone, post: nobody },
  { id: 'routes/healthz', path: '/healthz', get: everyone, post: nobody },
  { id: 'routes/readyz', path: '/readyz', get: everyone, post: nobody },
  { id: 'routes/robots[.]txt', path: '/robots.txt', get: everyone, post: nobody },
  { id: 'routes/sitemap[.]xml', path: '/sitemap.xml', get: everyone, post: nobody },
  { id: 'routes/sitemaps.$file', path: '/sitemaps/practices-1.xml', get: everyone, post: nobody },

  // people
  { id: 'routes/sign-in', path: '/sign-in', get: everyone, post: everyone },
  { id: 'routes/sign-out', path: '/sign-out', get: everyone, post: everyone },
  { id: 'routes/forgot-password', path: '/forgot-password', get: everyone, post: everyone },
  { id: 'routes/reset-password', path: '/reset-password?token=unknown', get: everyone, post: everyone, status: 410 },
  { id: 'routes/invitation', path: '/invitation?token=unknown', get: everyone, post: everyone, status: 404 },
  { id: 'routes/work._index', path: '/work', get: signedIn, post: nobody },
  { id: 'routes/work.account', path: '/work/account', get: signedIn, post: signedIn },
  { id: 'routes/work.account_.password', path: '/work/account/password', get: signedIn, post: signedIn },
  { id: 'routes/work.audit', path: '/work/audit', get: ['national_admin', 'observer'], post: nobody },
  { id: 'routes/work.hats', path: '/work/hats', get: signedIn, post: signedIn },
  {
    id: 'routes/work.search-health',
    path: '/work/search-health',
    get: ['national_admin'],
    post: ['national_admin'],
  },
  { id: 'routes/work.jobs', path: '/work/jobs', get: ['national_admin'], post: ['national_admin'] },
  { id: 'routes/work.hubs', path: '/work/hubs', get: ['national_admin'], post: nobody },
  { id: 'routes/work.hubs_.new', path: '/work/hubs/new', get: ['national_admin'], post: ['national_admin'] },
  { id: 'routes/work.members', path: '/work/members', get: keepers, post: keepers },

  // is it alive, questions, hand-over
  {
    id: 'routes/alive',
    path: '/alive?token=unknown',
    get: everyone,
    post: everyone,
    status: 404,
    fromAnywhere: true,
  },
  {
    id: 'routes/work.life',
    path: '/work/life',
    get: ['curator', 'hub_manager', 'agency_admin', 'national_admin'],
    post: ['curator', 'hub_manager', 'agency_admin', 'national_admin'],
  },
  {
    id: 'routes/practices.$practiceId.questions',
    path: '/practices/JIPP-16-0001/questions',
    get: everyone,
    post: signedIn.filter((who) => who !== 'observer'),
  },
  {
    id: 'routes/work.questions._index',
    path: '/work/questions',
    get: ['author', 'agency_admin', 'curator', 'hub_manager', 'national_admin'],
    post: nobody,
  },
  {
    id: 'routes/work.questions.$questionId',
    path: demoQuestion,
    get: ['author', 'agency_admin', 'curator', 'hub_manager'],
    // The national admin answers for places without a hub: this is none of them.
    post: ['author', 'agency_admin', 'curator', 'hub_manager', 'national_admin'],
  },
  {
    id: 'routes/work.handover',
    path: '/work/handover',
    get: ['agency_admin', 'hub_manager'],
    post: ['agency_admin', 'hub_manager'],
  },

  // searching
  {
    id: 'routes/unsubscribe',
    path: '/unsubscribe?token=unknown',
    get: everyone,
    post: everyone,
    status: 404,
    fromAnywhere: true,
  },
  { id: 'routes/work.statistics', path: '/work/statistics', get: statisticsReaders, post: nobody },
  { id: 'routes/work.statistics[.]csv', path: '/work/statistics.csv', get: statisticsReaders, post: nobody },
  {
    id: 'routes/work.demand',
    path: '/work/demand',
    get: ['curator', 'hub_manager', 'national_admin', 'observer', 'agency_admin', 'adopter_lead'],
    post: nobody,
  },
  {
    id: 'routes/work.pins',
    path: '/work/pins',
    get: ['curator', 'hub_manager', 'national_admin'],
    post: ['curator', 'hub_manager', 'national_admin'],
  },
  { id: 'routes/work.searches', path: '/work/searches', get: signedIn, post: signedIn },

  // coaching
  { id: 'routes/lessons', path: '/lessons', get: everyone, post: nobody },
  {
    id: 'routes/work.actions',
    path: '/work/actions',
    get: signedIn,
    post: ['agency_admin', 'agency_head', 'adopter_lead', 'mentor'],
  },
  { id: 'routes/work.assignments', path: '/work/assignments', get: ['hub_manager'], post: ['hub_manager'] },
  { id: 'routes/work.coaching._index', path: '/work/coaching', get: signedIn, post: nobody },
  { id: 'routes/work.coaching.new', path: `/work/coaching/new?id=${randomUUID()}`, get: ['mentor'], post: ['mentor'] },
  {
    id: 'routes/work.coaching.$sessionId',
    path: async (world) => `/work/coaching/${await disputedSession(world)}`,
    get: [...ROLES_IN_AGENCIES, 'hub_manager', 'mentor'],
    // Of a version that never was: whoever may confirm is told that it changed, nothing happens.
    post: ['agency_admin', 'agency_head', 'adopter_lead'],
    body: { intent: 'confirm', version: '1000000' },
  },
  {
    id: 'routes/work.coaching.$sessionId_.edit',
    path: async (world) => `/work/coaching/${await disputedSession(world)}/edit`,
    get: ['mentor'],
    post: ['mentor'],
  },

  // writing and reviewing practices
  ...practiceRows(nobody),

  // needs and adoptions
  ...adoptionRows(everyone, signedIn, nobody),
]
