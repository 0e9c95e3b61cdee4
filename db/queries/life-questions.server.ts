import { and, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Executor } from '../client.server.ts'
import {
  hubs,
  lifeAssertions,
  lifeQuestions,
  organisations,
  practiceRevisions,
  practices,
  users,
} from '../schema/index.ts'

/* Questions whether a practice still runs: each is one link, answered once. */

const content = practiceRevisions.content
const hub = alias(organisations, 'hub')

/** The new question; `undefined` when this letter was written already. */
export async function insertLifeQuestion(
  tx: Executor,
  row: typeof lifeQuestions.$inferInsert,
): Promise<{ id: string } | undefined> {
  const [created] = await tx.insert(lifeQuestions).values(row).onConflictDoNothing().returning({ id: lifeQuestions.id })
  return created
}

/** WhatsApp questions of some practices that can still be answered. */
export async function listOpenWhatsapp(db: Executor, practiceIds: readonly string[], now: Date) {
  if (practiceIds.length === 0) return []
  return db
    .select({
      id: lifeQuestions.id,
      practiceId: lifeQuestions.practiceId,
      roundOn: lifeQuestions.roundOn,
      askedAt: lifeQuestions.askedAt,
      expiresAt: lifeQuestions.expiresAt,
    })
    .from(lifeQuestions)
    .where(
      and(
        inArray(lifeQuestions.practiceId, [...practiceIds]),
        eq(lifeQuestions.channel, 'whatsapp'),
        isNull(lifeQuestions.answeredAt),
        gt(lifeQuestions.expiresAt, now),
      ),
    )
    .orderBy(desc(lifeQuestions.askedAt))
}

/** A question with its practice, its answer, and the hub that corrects mistakes. */
export async function findLifeQuestion(db: Executor, id: string) {
  const [row] = await db
    .select({
      id: lifeQuestions.id,
      practiceId: lifeQuestions.practiceId,
      publicId: practices.publicId,
      roundOn: lifeQuestions.roundOn,
      channel: lifeQuestions.channel,
      sentTo: lifeQuestions.sentTo,
      askedAt: lifeQuestions.askedAt,
      expiresAt: lifeQuestions.expiresAt,
      answeredAt: lifeQuestions.answeredAt,
      state: practices.state,
      brand: sql<string>`${content} ->> 'brand'`,
      titleId: sql<string | null>`${content} -> 'title' ->> 'id'`,
      titleEn: sql<string | null>`${content} -> 'title' ->> 'en'`,
      agency: organisations.name,
      lifeConfirmedOn: practices.lifeConfirmedOn,
      isAnswered: sql<boolean>`exists (select from ${lifeAssertions} a where a.practice_id = ${practices.id}
        and a.confirmed_at is null and a.rejected_at is null)`,
      hub: hub.name,
      hubSlug: hub.slug,
      hubEmail: hubs.contactEmail,
      status: lifeAssertions.status,
      stopReason: lifeAssertions.stopReason,
      sinceYear: lifeAssertions.sinceYear,
      note: lifeAssertions.note,
    })
    .from(lifeQuestions)
    .innerJoin(practices, eq(practices.id, lifeQuestions.practiceId))
    .innerJoin(organisations, eq(organisations.id, practices.agencyId))
    .leftJoin(practiceRevisions, eq(practiceRevisions.id, practices.liveRevisionId))
    .leftJoin(hubs, eq(hubs.organisationId, practices.hubId))
    .leftJoin(hub, eq(hub.id, practices.hubId))
    .leftJoin(lifeAssertions, eq(lifeAssertions.id, lifeQuestions.assertionId))
    .where(eq(lifeQuestions.id, id))
  return row
}

/** Uses a question up; `false` when it was answered, or ran out. Of two taps at once, one gets `true`. */
export async function updateLifeQuestionAnswered(
  tx: Executor,
  id: string,
  answered: { assertionId: string; answeredAt: Date },
): Promise<boolean> {
  const rows = await tx
    .update(lifeQuestions)
    .set(answered)
    .where(
      and(eq(lifeQuestions.id, id), isNull(lifeQuestions.answeredAt), gt(lifeQuestions.expiresAt, answered.answeredAt)),
    )
    .returning({ id: lifeQuestions.id })
  return rows.length > 0
}

/** Questions and answers about one practice, newest first: for its page in the workspace. */
export async function listLifeQuestions(db: Executor, practiceId: string) {
  return db
    .select({
      id: lifeQuestions.id,
      channel: lifeQuestions.channel,
      number: lifeQuestions.number,
      askedAt: lifeQuestions.askedAt,
      answeredAt: lifeQuestions.answeredAt,
      expiresAt: lifeQuestions.expiresAt,
      askedBy: users.name,
    })
    .from(lifeQuestions)
    .leftJoin(users, eq(users.id, lifeQuestions.askedBy))
    .where(eq(lifeQuestions.practiceId, practiceId))
    .orderBy(desc(lifeQuestions.askedAt))
    .limit(12)
}
