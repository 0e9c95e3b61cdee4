import { and, asc, count, desc, eq, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Executor } from '../client.server.ts'
import {
  agencies,
  organisations,
  practiceQuestions,
  practiceRevisions,
  practices,
  regions,
  users,
} from '../schema/index.ts'

/* Questions about practices and their answers. Everybody reads what is answered and not hidden. */

const asker = alias(organisations, 'asker')
const owner = alias(organisations, 'owner')
const person = alias(users, 'asking_person')

const columns = {
  id: practiceQuestions.id,
  version: practiceQuestions.version,
  practiceId: practiceQuestions.practiceId,
  publicId: practices.publicId,
  practiceState: practices.state,
  agencyId: practices.agencyId,
  agencyParentId: agencies.parentId,
  hubId: practices.hubId,
  agency: owner.name,
  timeZone: regions.timeZone,
  titleId: sql<string | null>`${practiceRevisions.content} -> 'title' ->> 'id'`,
  brand: sql<string>`${practiceRevisions.content} ->> 'brand'`,
  question: practiceQuestions.question,
  askedBy: practiceQuestions.askedBy,
  askedFor: practiceQuestions.askedFor,
  askedAt: practiceQuestions.askedAt,
  asker: asker.name,
  askerEmail: person.email,
  askerLanguage: person.language,
  answer: practiceQuestions.answer,
  answeredAt: practiceQuestions.answeredAt,
  hubToldAt: practiceQuestions.hubToldAt,
  hiddenAt: practiceQuestions.hiddenAt,
  hiddenReason: practiceQuestions.hiddenReason,
  takenInto: practiceQuestions.takenInto,
  takenAt: practiceQuestions.takenAt,
}

function questionRows(db: Executor) {
  return db
    .select(columns)
    .from(practiceQuestions)
    .innerJoin(practices, eq(practices.id, practiceQuestions.practiceId))
    .innerJoin(practiceRevisions, eq(practiceRevisions.id, practices.liveRevisionId))
    .innerJoin(agencies, eq(agencies.organisationId, practices.agencyId))
    .leftJoin(regions, eq(regions.code, agencies.regionCode))
    .innerJoin(owner, eq(owner.id, practices.agencyId))
    .innerJoin(asker, eq(asker.id, practiceQuestions.askedFor))
    .innerJoin(person, eq(person.id, practiceQuestions.askedBy))
    .$dynamic()
}

export type QuestionRow = NonNullable<Awaited<ReturnType<typeof findQuestion>>>

const published = eq(practices.state, 'published')
const open = and(isNull(practiceQuestions.answeredAt), isNull(practiceQuestions.hiddenAt))
const shown = and(isNotNull(practiceQuestions.answeredAt), isNull(practiceQuestions.hiddenAt))

/** A question about a practice that is published now. */
export async function findQuestion(db: Executor, id: string) {
  const [row] = await questionRows(db).where(and(eq(practiceQuestions.id, id), published))
  return row
}

/** What everybody may read of a practice's questions, the latest answer first. */
export async function listAnswered(
  db: Executor,
  practiceId: string,
  { limit, offset = 0 }: { limit: number; offset?: number },
) {
  return db
    .select({
      id: practiceQuestions.id,
      question: practiceQuestions.question,
      askedAt: practiceQuestions.askedAt,
      asker: asker.name,
      answer: practiceQuestions.answer,
      answeredAt: practiceQuestions.answeredAt,
    })
    .from(practiceQuestions)
    .innerJoin(asker, eq(asker.id, practiceQuestions.askedFor))
    .where(and(eq(practiceQuestions.practiceId, practiceId), shown))
    .orderBy(desc(practiceQuestions.answeredAt), desc(practiceQuestions.id))
    .limit(limit)
    .offset(offset)
}

/** How many questions of a practice are answered and how many wait; hidden ones do not count. */
export async function countQuestions(db: Executor, practiceId: string): Promise<{ answered: number; waiting: number }> {
  const [row] = await db
    .select({
      answered: sql<number>`(count(*) filter (where ${practiceQuestions.answeredAt} is not null))::int`,
      waiting: sql<number>`(count(*) filter (where ${practiceQuestions.answeredAt} is null))::int`,
    })
    .from(practiceQuestions)
    .where(and(eq(practiceQuestions.practiceId, practiceId), isNull(practiceQuestions.hiddenAt)))
  return row ?? { answered: 0, waiting: 0 }
}

/** Questions of one person about a practice that nobody has answered. */
export async function listOwnWaiting(db: Executor, practiceId: string, userId: string) {
  return db
    .select({
      id: practiceQuestions.id,
      question: practiceQuestions.question,
      askedAt: practiceQuestions.askedAt,
      hiddenReason: practiceQuestions.hiddenReason,
    })
    .from(practiceQuestions)
    .where(
      and(
        eq(practiceQuestions.practiceId, practiceId),
        eq(practiceQuestions.askedBy, userId),
        or(isNull(practiceQuestions.answeredAt), isNotNull(practiceQuestions.hiddenAt)),
      ),
    )
    .orderBy(desc(practiceQuestions.askedAt))
    .limit(10)
}

/** Whose questions are listed: to the practices of an agency with its units, of a hub, or of the places without a hub. */
export type QuestionScope = { kind: 'agency'; agencyId: string } | { kind: 'hub'; hubId: string } | { kind: 'national' }

function inScope(scope: QuestionScope): SQL | undefined {
  switch (scope.kind) {
    case 'agency':
      return or(eq(practices.agencyId, scope.agencyId), eq(agencies.parentId, scope.agencyId))
    case 'hub':
      return eq(practices.hubId, scope.hubId)
    case 'national':
      return isNull(practices.hubId)
  }
}

export type QuestionView = 'open' | 'answered' | 'hidden'

const VIEW: Record<QuestionView, SQL | undefined> = {
  open,
  answered: shown,
  hidden: isNotNull(practiceQuestions.hiddenAt),
}

type ListFilter = { scope: QuestionScope; view: QuestionView; askedUntil?: Date }

const listed = ({ scope, view, askedUntil }: ListFilter) =>
  and(published, inScope(scope), VIEW[view], askedUntil ? lte(practiceQuestions.askedAt, askedUntil) : undefined)

/** Questions of a scope: those that wait longest first, otherwise the latest first. */
export async function listQuestions(
  db: Executor,
  { limit, offset = 0, ...filter }: ListFilter & { limit: number; offset?: number },
) {
  const { askedAt, id } = practiceQuestions
  return questionRows(db)
    .where(listed(filter))
    .orderBy(...(filter.view === 'open' ? [asc(askedAt), asc(id)] : [desc(askedAt), desc(id)]))
    .limit(limit)
    .offset(offset)
}

export async function countListedQuestions(db: Executor, filter: ListFilter): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(practiceQuestions)
    .innerJoin(practices, eq(practices.id, practiceQuestions.practiceId))
    .innerJoin(agencies, eq(agencies.organisationId, practices.agencyId))
    .where(listed(filter))
  return row?.n ?? 0
}

/** Questions of which the hub has not been told, although nobody has answered since before a moment. */
export async function listSilentQuestions(db: Executor, askedUntil: Date, limit: number) {
  return questionRows(db)
    .where(and(published, open, isNull(practiceQuestions.hubToldAt), lte(practiceQuestions.askedAt, askedUntil)))
    .orderBy(asc(practiceQuestions.askedAt))
    .limit(limit)
}

export async function insertQuestion(
  tx: Executor,
  row: Pick<typeof practiceQuestions.$inferInsert, 'practiceId' | 'question' | 'askedBy' | 'askedFor' | 'askedAt'>,
): Promise<{ id: string }> {
  const [created] = await tx.insert(practiceQuestions).values(row).returning({ id: practiceQuestions.id })
  return created!
}

/** Whether the person has asked the same of the practice already, word for word. */
export async function existsSameQuestion(
  db: Executor,
  { practiceId, askedBy, question }: { practiceId: string; askedBy: string; question: string },
): Promise<boolean> {
  const [row] = await db
    .select({ id: practiceQuestions.id })
    .from(practiceQuestions)
    .where(
      and(
        eq(practiceQuestions.practiceId, practiceId),
        eq(practiceQuestions.askedBy, askedBy),
        eq(practiceQuestions.question, question),
      ),
    )
    .limit(1)
  return row !== undefined
}

/** Changes a question that still has this version; `false` when somebody changed it meanwhile. */
export async function updateQuestion(
  tx: Executor,
  { id, version }: { id: string; version: number },
  changes: Partial<Omit<typeof practiceQuestions.$inferInsert, 'id' | 'version' | 'practiceId'>>,
): Promise<boolean> {
  const rows = await tx
    .update(practiceQuestions)
    .set({ ...changes, version: version + 1 })
    .where(and(eq(practiceQuestions.id, id), eq(practiceQuestions.version, version)))
    .returning({ id: practiceQuestions.id })
  return rows.length > 0
}

/** How a hub's owners answer: questions, answers, and hours to an answer (the median), demo and real apart. */
export async function countAnswersOfHub(db: Executor, hub: { id: string; isDemo: boolean }) {
  const [row] = await db
    .select({
      asked: sql<number>`count(*)::int`,
      answered: sql<number>`count(${practiceQuestions.answeredAt})::int`,
      medianHours: sql<number | null>`(percentile_cont(0.5) within group (
        order by extract(epoch from ${practiceQuestions.answeredAt} - ${practiceQuestions.askedAt}) / 3600)
        filter (where ${practiceQuestions.answeredAt} is not null))::float8`,
    })
    .from(practiceQuestions)
    .innerJoin(practices, eq(practices.id, practiceQuestions.practiceId))
    .where(
      and(published, eq(practices.hubId, hub.id), eq(practices.isDemo, hub.isDemo), isNull(practiceQuestions.hiddenAt)),
    )
  return row ?? { asked: 0, answered: 0, medianHours: null }
}
