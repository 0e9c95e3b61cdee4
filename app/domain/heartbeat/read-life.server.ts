import { countLife, type LifeRow, listLife, listLifeByPublicId } from '#db/queries/life.server.ts'
import { listOpenWhatsapp } from '#db/queries/life-questions.server.ts'
import type { Context } from '../shared/context.ts'
import { today } from '../shared/dates.ts'
import { Forbidden } from '../shared/errors.ts'
import { receiversOf } from './ask-life.server.ts'
import { lifeScope } from './heartbeat.policy.ts'
import type { LifeView } from './heartbeat.schema.ts'
import { DAYS_BETWEEN_LETTERS, isDue, isSilent, LETTERS_A_ROUND, mayAskByHand } from './heartbeat.ts'
import { sampleLetter } from './life-letter.server.ts'
import { lifeToken } from './life-token.server.ts'

const PAGE_SIZE = 25
const DAY = 86_400_000

/** What the queries need to tell who is silent. */
export function lifeFilter(ctx: Context) {
  const scope = lifeScope(ctx.actor)
  if (!scope) throw new Forbidden('keeps no practices alive')
  const since = new Date(ctx.now.getTime() - DAYS_BETWEEN_LETTERS * DAY)
  return { scope, today: today(ctx.now), silence: { most: LETTERS_A_ROUND, since } }
}

/** The published practices of a hub, an agency or the national office by the age of the last word on their life. */
export async function readLifeList(
  ctx: Context,
  { view, page, secret }: { view: LifeView | null; page: number; secret: string },
) {
  const filter = lifeFilter(ctx)
  const [counts, rows] = await Promise.all([
    countLife(ctx.db, filter, ctx.now),
    listLife(ctx.db, filter, { view, now: ctx.now, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
  ])
  return {
    counts,
    view,
    /** Whether what the owners say waits for whoever reads this list. */
    confirms: filter.scope.kind !== 'agency',
    page,
    pageSize: PAGE_SIZE,
    total: counts[view ?? 'all'],
    practices: await withWhatsapp(ctx, rows, secret),
  }
}

/** What the page says of a practice; the WhatsApp link is written anew each time it is shown. */
async function withWhatsapp(ctx: Context, rows: readonly LifeRow[], secret: string) {
  const open = await listOpenWhatsapp(
    ctx.db,
    rows.map(({ id }) => id),
    ctx.now,
  )
  return rows.map((row) => {
    const question = open.find(({ practiceId, roundOn }) => practiceId === row.id && roundOn === row.roundOn)
    return {
      ...row,
      title: row.titleId ?? row.brand,
      isDue: isDue(row, today(ctx.now)),
      isSilent: isSilent(row, today(ctx.now), ctx.now),
      mayAsk: mayAskByHand(row, ctx.now),
      whatsapp:
        question && !row.isAnswered ? { token: lifeToken(secret, question.id), expiresAt: question.expiresAt } : null,
    }
  })
}

export type LifeListRow = Awaited<ReturnType<typeof withWhatsapp>>[number]

/** What sending reminders to some practices would do: who gets which letter, and why others get none. */
export async function previewReminders(ctx: Context, publicIds: readonly string[], site: string) {
  const { scope } = lifeFilter(ctx)
  const date = today(ctx.now)
  const rows = await listLifeByPublicId(ctx.db, scope, publicIds, date)
  return Promise.all(
    rows.map(async (row) => {
      const receivers = mayAskByHand(row, ctx.now) ? await receiversOf(ctx.db, row, row.letters + 1, date) : []
      const why = row.isAnswered
        ? ('answered' as const)
        : !mayAskByHand(row, ctx.now)
          ? ('asked' as const)
          : receivers.length === 0
            ? ('unreachable' as const)
            : null
      const letters = receivers.map(({ email, language }) => ({
        email,
        ...sampleLetter(row, language, { now: ctx.now, site }),
      }))
      return { publicId: row.publicId, title: row.titleId ?? row.brand, letters, why }
    }),
  )
}
