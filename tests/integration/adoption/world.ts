import { randomUUID } from 'node:crypto'
import { and, asc, eq } from 'drizzle-orm'
import type { Actor, Context } from '#app/domain/shared/context.ts'
import { auditLog, memberships, organisations, outbox, users } from '#db/schema/index.ts'
import { practiceContent, publishedPractice } from '#db/seed/factories/practice.ts'
import { seedDemoPlaces } from '#db/seed/reference.server.ts'
import type { Role } from '#db/vocabulary.ts'
import { contextAs } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { orderedLetters } from '#tests/support/letters.ts'

type User = Extract<Actor, { kind: 'user' }>

/** Sunday, 22 November 2026, 10.00 in Jakarta. */
export const NOW = new Date('2026-11-22T03:00:00Z')

/** The demo province and its hub, a source agency elsewhere with two practices, and the people of every role. */
export async function adoptionWorld() {
  const { db } = await testDatabase()
  await seedDemoPlaces(db)
  const orgs = await db.select().from(organisations)
  const org = (slug: string, kind = 'agency') => orgs.find((one) => one.slug === slug && one.kind === kind)!
  const hub = org('hub-contoh', 'hub')
  const otherHub = orgs.find((one) => one.kind === 'hub' && one.id !== hub.id)!
  const national = orgs.find((one) => one.kind === 'national')!
  const hulu = org('pemerintah-kabupaten-contoh-hulu')
  const muara = org('pemerintah-kabupaten-contoh-muara')
  const source = org('pemerintah-kabupaten-muara-enim')
  const stranger = org('pemerintah-kota-bandung')

  /** A person with a membership, as the actor who wears that hat. */
  async function as(role: Role, organisation: typeof hub, userId?: string): Promise<User> {
    const email = `${role}-${randomUUID()}@contoh.invalid`
    const id = userId ?? (await db.insert(users).values({ email, name: role }).returning())[0]!.id
    const [membership] = await db
      .insert(memberships)
      .values({ userId: id, organisationId: organisation.id, role, startsOn: '2025-01-01' })
      .returning()
    const { id: organisationId, kind: organisationKind, name, slug } = organisation
    const names = { organisationName: name, organisationSlug: slug }
    return {
      kind: 'user',
      userId: id,
      name: role,
      hat: { membershipId: membership!.id, role, organisationId, organisationKind, ...names },
    }
  }

  const actors = {
    lead: await as('adopter_lead', hulu),
    admin: await as('agency_admin', hulu),
    head: await as('agency_head', hulu),
    author: await as('author', hulu),
    neighbour: await as('agency_head', muara),
    curator: await as('curator', hub),
    manager: await as('hub_manager', hub),
    mentor: await as('mentor', hub),
    otherManager: await as('hub_manager', otherHub),
    sourceAdmin: await as('agency_admin', source),
    sourceHead: await as('agency_head', source),
    strangerHead: await as('agency_head', stranger),
    national: await as('national_admin', national),
    observer: await as('observer', national),
  }

  const content = practiceContent()
  const parts = [
    { name: 'Penjaga lampu di setiap RT', kind: 'core' as const },
    { name: 'Laporan lewat pesan singkat', kind: 'adaptable' as const },
  ]
  const practice = await publishedPractice(db, {
    agencyId: source.id,
    scope: '16',
    content: { ...content, kit: { ...content.kit, parts } },
  })
  const alternative = await publishedPractice(db, { agencyId: stranger.id, scope: '32' })

  const ctx = (actor: Actor, now = NOW): Context => contextAs(db, actor, now)
  const auditOf = async (entityId: string) => {
    const rows = await db.select().from(auditLog).where(eq(auditLog.entityId, entityId)).orderBy(asc(auditLog.id))
    return rows.map(({ action }) => action)
  }
  const mailTo = async (actor: User) => {
    const [user] = await db.select().from(users).where(eq(users.id, actor.userId))
    return (await orderedLetters(db)).filter(({ to }) => to === user!.email)
  }
  const outboxOf = (practiceId: string) =>
    db
      .select()
      .from(outbox)
      .where(and(eq(outbox.topic, 'practice'), eq(outbox.entityId, practiceId)))
  return { db, hub, hulu, muara, source, stranger, actors, practice, alternative, as, ctx, auditOf, mailTo, outboxOf }
}

export type World = Awaited<ReturnType<typeof adoptionWorld>>
