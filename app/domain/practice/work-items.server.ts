import {
  countPracticesInWork,
  listPracticesInWork,
  type PracticeListFilter,
  type WorkPractice,
} from '#db/queries/practices-work.server.ts'
import type { Role } from '#db/vocabulary.ts'
import { paths } from '../../paths.ts'
import { type Context, roleOf, userIdOf } from '../shared/context.ts'
import { today } from '../shared/dates.ts'
import type { WorkItem, WorkItemKind } from '../shared/work-item.ts'
import { visibilityFor } from './practice.policy.ts'
import { REVIEWED_REVISION_STATES } from './practice.ts'
import { titleOf } from './practice-moves.server.ts'
import { reviewDue, waitingSince } from './review-due.ts'

type Source = {
  kind: WorkItemKind
  filter: PracticeListFilter
  limit: number
  href: (practice: WorkPractice) => string
  since: (practice: WorkPractice) => Date | null | undefined
  urgent?: boolean
  /** A check: it has a date, and what somebody else has taken waits for them. */
  isCheck?: boolean
  /** Only what is late. */
  onlyLate?: boolean
}

const LIMIT = 30
/** Reminders never crowd out what others wait for. */
const REMINDER_LIMIT = 5

const overview = ({ publicId }: WorkPractice) => paths.workPractice(publicId)
const review = ({ publicId }: WorkPractice) => paths.review(publicId)

/** What waits for this person in this hat: own drafts, texts to correct, texts to check, life status to say or confirm. */
export async function practiceWorkItems(ctx: Context): Promise<WorkItem[]> {
  const scope = visibilityFor(ctx.actor)
  const lists = await Promise.all(
    sourcesFor(ctx).map(async ({ kind, filter, limit, href, since, urgent = false, isCheck, onlyLate }) => {
      const rows = await listPracticesInWork(ctx.db, { scope, limit, ...filter })
      const own = kind === 'life_status_confirm' ? userIdOf(ctx.actor) : null
      const others = rows.filter(({ assertion }) => own === null || assertion?.assertedBy !== own)
      const mine = isCheck ? others.filter((practice) => !isForOthers(practice, userIdOf(ctx.actor))) : others
      return mine.flatMap((practice): WorkItem[] => {
        const due = isCheck || onlyLate ? dueOf(practice, ctx.now) : null
        if (onlyLate && !due?.overdue) return []
        return [
          {
            kind,
            params: { about: titleOf(practice), where: practice.agency },
            href: href(practice),
            since: since(practice) ?? ctx.now,
            due: due?.due,
            urgent: urgent || (due?.overdue ?? false),
          },
        ]
      })
    }),
  )
  return [...lists.flat(), ...(await missingTerms(ctx))]
}

const dueOf = ({ open, timeZone }: WorkPractice, now: Date) => open && reviewDue(open, timeZone ?? 'WIB', now)

/** Whether somebody else has taken the text, or it is this person's own record. */
function isForOthers({ claim, writerIds }: WorkPractice, me: string | null): boolean {
  return (claim?.holds === true && claim.reviewerId !== me) || (me !== null && writerIds.includes(me))
}

const ASSIGNERS: readonly Role[] = ['curator', 'hub_manager', 'national_admin']

/** Practices of the hub or the whole country to which too few words lead, as one item. */
async function missingTerms(ctx: Context): Promise<WorkItem[]> {
  const role = roleOf(ctx.actor)
  if (!role || !ASSIGNERS.includes(role)) return []
  const scope = visibilityFor(ctx.actor)
  const [first] = await listPracticesInWork(ctx.db, { scope, without: 'terms', limit: 1 })
  if (!first) return []
  const { terms } = await countPracticesInWork(ctx.db, scope)
  const href = terms > 1 ? paths.workPractices({ without: 'terms' }) : paths.practiceTerms(first.publicId)
  const params = { about: titleOf(first), where: first.agency, more: terms > 1 ? terms - 1 : undefined }
  return [{ kind: 'practice_terms', params, href, since: first.live?.publishedAt ?? ctx.now, urgent: false }]
}

function sourcesFor(ctx: Context): Source[] {
  const me = userIdOf(ctx.actor) ?? ''
  switch (roleOf(ctx.actor)) {
    case 'author':
      return [
        {
          kind: 'practice_correct',
          filter: { openStates: ['changes_requested'], by: me },
          limit: LIMIT,
          href: overview,
          since: ({ open }) => open?.submittedAt,
          urgent: true,
        },
        {
          kind: 'practice_continue',
          filter: { openStates: ['draft'], by: me },
          limit: LIMIT,
          href: overview,
          since: ({ open }) => open?.savedAt,
        },
        lifeUpdate(ctx),
        SUBJECTS,
        TRANSLATION,
        DEAD_LINKS,
      ]
    case 'agency_admin':
      return [
        {
          kind: 'practice_check_documents',
          filter: { openStates: ['submitted'], notBy: me },
          limit: LIMIT,
          href: review,
          since: ({ open }) => open?.submittedAt,
          isCheck: true,
        },
        lifeUpdate(ctx),
      ]
    case 'curator':
      return checks(me, {})
    case 'hub_manager':
      return [LATE_REVIEWS]
    case 'national_admin':
      return checks(me, { withoutHub: true })
    default:
      return []
  }
}

function checks(me: string, place: PracticeListFilter): Source[] {
  return [
    {
      kind: 'practice_review',
      filter: { openStates: ['document_verified'], notBy: me, ...place },
      limit: LIMIT,
      href: review,
      since: ({ open }) => open?.documentVerifiedAt,
      isCheck: true,
    },
    {
      kind: 'life_status_confirm',
      filter: { assertionOpen: true, ...place },
      limit: LIMIT,
      href: overview,
      since: ({ assertion }) => assertion?.assertedAt,
    },
  ]
}

/** What reviewers have let pass its date: the manager hands it to others. */
const LATE_REVIEWS: Source = {
  kind: 'review_late',
  filter: { openStates: REVIEWED_REVISION_STATES },
  limit: LIMIT,
  href: review,
  since: ({ open }) => open && waitingSince(open),
  onlyLate: true,
}

/** Published without words in one language or both, and nobody writes a new version yet. */
const SUBJECTS: Source = {
  kind: 'practice_subjects',
  filter: { without: 'subjects', withoutOpen: true },
  limit: REMINDER_LIMIT,
  href: overview,
  since: ({ live }) => live?.publishedAt,
}

/** The Indonesian text was changed and its translation was not. */
const TRANSLATION: Source = {
  kind: 'practice_translation',
  filter: { without: 'translation' },
  limit: REMINDER_LIMIT,
  href: overview,
  since: ({ open, live }) => open?.savedAt ?? live?.publishedAt,
}

/** A link of the published text leads nowhere any more, and nobody writes a new version yet. */
const DEAD_LINKS: Source = {
  kind: 'practice_links',
  filter: { deadLinks: true, withoutOpen: true },
  limit: REMINDER_LIMIT,
  href: overview,
  since: ({ live }) => live?.publishedAt,
}

const lifeUpdate = (ctx: Context): Source => ({
  kind: 'life_status_update',
  filter: { lifeDueOn: today(ctx.now) },
  limit: REMINDER_LIMIT,
  href: overview,
  since: ({ lifeConfirmedOn, live }) =>
    lifeConfirmedOn ? new Date(`${lifeConfirmedOn}T00:00:00Z`) : live?.publishedAt,
})
