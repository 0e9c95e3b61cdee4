import { eq } from 'drizzle-orm'
import type { Context } from '#app/domain/shared/context.ts'
import type { Database } from '#db/client.server.ts'
import { auditLog, organisations } from '#db/schema/index.ts'
import { seedDemoPlaces, seedReference } from '#db/seed/reference.server.ts'
import { contextAs } from '#tests/support/context.ts'
import { orderedLetters } from '#tests/support/letters.ts'
import { type DemoPeople, seedDemoPeople } from '../../../scripts/demo/people.ts'

export const PASSWORD = 'kata sandi uji coba'

/** The demo people at their places; each test file has its own database. */
export async function castOf(db: Database) {
  await seedReference(db)
  await seedDemoPlaces(db)
  const base = contextAs(db, { kind: 'visitor' })
  const people = await seedDemoPeople(base, PASSWORD)
  const as = (who: keyof DemoPeople | 'visitor', now?: Date): Context =>
    contextAs(db, who === 'visitor' ? { kind: 'visitor' } : people[who], now)
  return { people, as }
}

export async function organisationBySlug(db: Database, slug: string) {
  const [row] = await db.select().from(organisations).where(eq(organisations.slug, slug))
  if (!row) throw new Error(`no organisation ${slug}`)
  return row
}

/** What was written to the trail about a record, oldest first. */
export async function trailOf(db: Database, entityId: string) {
  const rows = await db.select().from(auditLog).where(eq(auditLog.entityId, entityId)).orderBy(auditLog.id)
  return rows.map(({ action, actedAs }) => `${action} by ${actedAs}`)
}

/** The mail that verbs have ordered for an address, oldest first. */
export async function lettersTo(db: Database, to: string): ReturnType<typeof orderedLetters> {
  return (await orderedLetters(db)).filter((letter) => letter.to === to)
}

/** The token in the newest link that was mailed to an address. */
export async function newestToken(db: Database, to: string): Promise<string> {
  const letters = (await lettersTo(db, to)).filter((letter) => letter.params.path)
  const path = letters.at(-1)?.params.path ?? ''
  return new URL(path, 'http://site.invalid').searchParams.get('token') ?? ''
}
