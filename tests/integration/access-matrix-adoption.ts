import { desc, eq } from 'drizzle-orm'
import { adoptions, needs } from '#db/schema/index.ts'
import type { AdoptionState } from '#db/vocabulary.ts'
import type { Row, Who, World } from './access-matrix.ts'

/** An address below the demo adoption in that state. */
const adoption =
  (page = '', state: AdoptionState = 'active') =>
  async ({ db }: World) => {
    const [row] = await db.select().from(adoptions).where(eq(adoptions.state, state)).orderBy(adoptions.publicId)
    return `/work/adoptions/${row!.publicId}${page}`
  }

/** An address of the need that waits for the demo district. */
const need =
  (before: string, after = '') =>
  async ({ db }: World) => {
    const [row] = await db.select().from(needs).where(eq(needs.state, 'matched')).orderBy(desc(needs.publicId))
    return `${before}/${row!.publicId}${after}`
  }

const team: readonly Who[] = ['agency_admin', 'adopter_lead']
const adopter: readonly Who[] = [...team, 'agency_head']
const hubDesk: readonly Who[] = ['curator', 'hub_manager']

/** A version that nothing has: who gets past the policy meets a conflict, and nothing changes. */
const version = '999999'
const text = 'Uji akses'
const day = '2026-01-02'

/** Rows of needs and adoptions; everybody in the demo works for the adopting district, its hub or the ministry. */
export const adoptionRows = (everyone: readonly Who[], signedIn: readonly Who[], nobody: readonly Who[]): Row[] => [
  { id: 'routes/needs._index', path: '/needs', get: everyone, post: nobody },
  { id: 'routes/needs.$needId', path: need('/needs'), get: everyone, post: nobody },
  { id: 'routes/adoptions.$adoptionId', path: '/adoptions/A-2000-0000', get: everyone, post: nobody, status: 404 },
  { id: 'routes/work.needs._index', path: '/work/needs', get: signedIn, post: nobody },
  { id: 'routes/work.needs.new', path: '/work/needs/new', get: team, post: team },
  {
    id: 'routes/work.needs.$needId._index',
    path: need('/work/needs'),
    get: signedIn,
    post: team,
    body: { intent: 'close', version, reason: text },
  },
  {
    id: 'routes/work.needs.$needId.edit',
    path: need('/work/needs', '/edit'),
    get: team,
    post: team,
    body: { version, problem: text },
  },
  { id: 'routes/work.adoptions._index', path: '/work/adoptions', get: signedIn, post: nobody },
  {
    id: 'routes/work.adoptions.$adoptionId._index',
    path: adoption(),
    get: signedIn,
    post: adopter,
    body: { intent: 'resume', version },
  },
  {
    id: 'routes/work.adoptions.$adoptionId.candidates',
    path: adoption('/candidates'),
    get: signedIn,
    post: team,
    body: { intent: 'add', version, practiceId: 'JIPP-16-0001' },
  },
  {
    id: 'routes/work.adoptions.$adoptionId.checklist',
    path: adoption('/checklist'),
    get: team,
    post: team,
    body: { version, 'items[0].key': 'team_trained' },
  },
  {
    id: 'routes/work.adoptions.$adoptionId.letter',
    path: adoption('/letter'),
    get: signedIn,
    post: ['agency_head'],
    body: { intent: 'sign', version },
  },
  {
    id: 'routes/work.adoptions.$adoptionId.verification',
    path: adoption('/verification'),
    get: hubDesk,
    post: hubDesk,
    body: { version, verdict: 'valid' },
  },
  {
    // The source of the stopped one has no accounts here: its hub records what comes on paper.
    id: 'routes/work.adoptions.$adoptionId.answer',
    path: adoption('/answer', 'stopped'),
    get: hubDesk,
    post: hubDesk,
    body: { version, answer: 'accept' },
  },
  {
    id: 'routes/work.adoptions.$adoptionId.visits',
    path: adoption('/visits'),
    get: signedIn,
    post: team,
    body: { version, heldOn: day, mode: 'remote', participants: '3', findings: text },
  },
  {
    id: 'routes/work.adoptions.$adoptionId.agreement',
    path: adoption('/agreement'),
    get: signedIn,
    post: team,
    body: { intent: 'write', version, number: '1', title: text, scope: text, startsOn: day },
  },
  {
    id: 'routes/work.adoptions.$adoptionId.adaptation',
    path: adoption('/adaptation'),
    get: team,
    post: team,
    body: { version, 'parts[0].part': text, 'parts[0].decision': 'kept' },
  },
  {
    id: 'routes/work.adoptions.$adoptionId.indicators',
    path: adoption('/indicators'),
    get: team,
    post: team,
    body: { intent: 'set', version, name: text, unit: '%', baselineValue: '1', baselineOn: day, targetValue: '2' },
  },
  {
    id: 'routes/work.adoptions.$adoptionId.plan',
    path: adoption('/plan'),
    get: team,
    post: team,
    body: { version, title: text, datedOn: day, body: text },
  },
  {
    id: 'routes/work.adoptions.$adoptionId.launch',
    path: adoption('/launch'),
    get: team,
    post: team,
    body: { version, launchedOn: day },
  },
  {
    id: 'routes/work.adoptions.$adoptionId.outcome',
    path: adoption('/outcome'),
    get: team,
    post: team,
    body: {
      version,
      month: '3',
      measuredOn: day,
      narrative: text,
      'values[0].indicatorId': '00000000-0000-4000-8000-000000000000',
      'values[0].value': '1',
    },
  },
  {
    id: 'routes/work.adoptions.$adoptionId.documents',
    path: adoption('/documents'),
    get: signedIn,
    post: [...team, ...hubDesk, 'mentor'],
    body: { version, kind: 'other', title: text, datedOn: day },
  },
  {
    id: 'routes/work.adoptions.$adoptionId.closing',
    path: adoption('/closing'),
    get: signedIn,
    post: team,
    body: { intent: 'write', version, comparison: text, differences: text, legalBasis: text, nextBudget: text },
  },
  {
    id: 'routes/work.adoptions.$adoptionId.pause',
    path: adoption('/pause'),
    get: adopter,
    post: adopter,
    body: { version, reviewOn: '2099-01-01', note: text },
  },
  {
    id: 'routes/work.adoptions.$adoptionId.back',
    path: adoption('/back'),
    get: [...adopter, ...hubDesk],
    post: [...adopter, ...hubDesk],
    body: { version, reason: text },
  },
]
