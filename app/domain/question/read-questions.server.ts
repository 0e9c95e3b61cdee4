import {
  countListedQuestions,
  countQuestions,
  listAnswered,
  listOwnWaiting,
  listQuestions,
  type QuestionView,
} from '#db/queries/practice-questions.server.ts'
import { paths } from '../../paths.ts'
import { type Context, roleOf, userIdOf } from '../shared/context.ts'
import { addDays, today } from '../shared/dates.ts'
import { Forbidden } from '../shared/errors.ts'
import type { WorkItem } from '../shared/work-item.ts'
import { questionFor } from './move-question.server.ts'
import { canAnswer, canAsk, canModerate, canTake, questionScope } from './question.policy.ts'
import { questionStateOf, SILENT_DAYS, silentSince } from './question.ts'

const LATEST = 3
const PAGE_SIZE = 20

/** The latest answers about a practice, and how many there are: for its page. */
export async function readLatestAnswers(ctx: Pick<Context, 'db'>, practiceId: string) {
  const [counts, latest] = await Promise.all([
    countQuestions(ctx.db, practiceId),
    listAnswered(ctx.db, practiceId, { limit: LATEST }),
  ])
  return { ...counts, latest }
}

type Asked = { id: string; agencyId: string; agencyParentId: string | null; hubId: string | null }

/** All answers about a published practice, one page of them; and for a person what they asked and may do. */
export async function readPracticeQuestions(ctx: Context, practice: Asked, page: number) {
  const userId = userIdOf(ctx.actor)
  const [counts, questions, own] = await Promise.all([
    countQuestions(ctx.db, practice.id),
    listAnswered(ctx.db, practice.id, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
    userId ? listOwnWaiting(ctx.db, practice.id, userId) : [],
  ])
  return {
    counts,
    questions,
    own,
    page,
    pageSize: PAGE_SIZE,
    isSignedIn: userId !== null,
    can: {
      ask: canAsk(ctx.actor, practice),
      answer: canAnswer(ctx.actor, practice),
      moderate: canModerate(ctx.actor, practice),
    },
  }
}

/** Questions to the own practices, or to those of the hub, by where they stand. */
export async function readWorkQuestions(ctx: Context, { view, page }: { view: QuestionView; page: number }) {
  const scope = questionScope(ctx.actor)
  if (!scope) throw new Forbidden('has no questions to answer')
  const count = (one: QuestionView) => countListedQuestions(ctx.db, { scope, view: one })
  const [questions, open, answered, hidden] = await Promise.all([
    listQuestions(ctx.db, { scope, view, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
    count('open'),
    count('answered'),
    count('hidden'),
  ])
  const counts = { open, answered, hidden }
  const silent = silentSince(ctx.now)
  return {
    questions: questions.map((one) => ({
      ...one,
      isSilent: !one.answeredAt && !one.hiddenAt && one.askedAt <= silent,
    })),
    counts,
    view,
    page,
    pageSize: PAGE_SIZE,
    total: counts[view],
    isOwner: scope.kind === 'agency',
  }
}

/** One question with what this person may do with it now. */
export async function readQuestion(ctx: Context, id: string) {
  const question = await questionFor(ctx, id)
  const state = questionStateOf(question)
  const { askerEmail: _email, askerLanguage: _language, ...shown } = question
  return {
    ...shown,
    title: question.titleId ?? question.brand,
    state,
    can: {
      answer: state !== 'hidden' && canAnswer(ctx.actor, question),
      take: state === 'answered' && !question.takenAt && canTake(ctx.actor, question),
      hide: state !== 'hidden' && canModerate(ctx.actor, question),
      show: state === 'hidden' && canModerate(ctx.actor, question),
    },
  }
}

const LIMIT = 20

/** What waits: questions to answer for the owner, questions without an answer for the hub. */
export async function questionWorkItems(ctx: Context): Promise<WorkItem[]> {
  const scope = questionScope(ctx.actor)
  if (!scope || roleOf(ctx.actor) === 'hub_manager') return []
  const isOwner = scope.kind === 'agency'
  const askedUntil = isOwner ? undefined : silentSince(ctx.now)
  const rows = await listQuestions(ctx.db, { scope, view: 'open', askedUntil, limit: LIMIT })
  return rows.map((row) => ({
    kind: isOwner ? 'question_answer' : 'question_silent',
    params: { about: row.titleId ?? row.brand, where: isOwner ? row.asker : row.agency },
    href: paths.workQuestion(row.id),
    since: row.askedAt,
    due: isOwner ? addDays(today(row.askedAt), SILENT_DAYS) : undefined,
    urgent: row.askedAt <= silentSince(ctx.now),
  }))
}
