import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Actor, Context } from '#app/domain/shared/context.ts'
import { agencies, auditLog, memberships, organisations, users } from '#db/schema/index.ts'
import { assignedDistrict, coachingSession } from '#db/seed/factories/coaching.ts'
import { seedDemoPlaces } from '#db/seed/reference.server.ts'
import type { Role } from '#db/vocabulary.ts'
import { contextAs } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { orderedLetters } from '#tests/support/letters.ts'

/** Sunday, 22 November 2026, 10.00 in Jakarta, 12.00 in the demo province. */
export const NOW = new Date('2026-11-22T03:00:00Z')

/** The demo province with its hub, the people of every role, and a mentor who has two of its districts. */
export async function coachingWorld() {
  const { db } = await testDatabase()
  await seedDemoPlaces(db)
  const orgs = await db.select().from(organisations)
  const org = (slug: string, kind = 'agency') => orgs.find((one) => one.slug === slug && one.kind === kind)!
  const hub = org('hub-contoh', 'hub')
  const otherHub = orgs.find((one) => one.kind === 'hub' && one.id !== hub.id)!
  const national = orgs.find((one) => one.kind === 'national')!
  const hulu = org('pemerintah-kabupaten-contoh-hulu')
  const muara = org('pemerintah-kabupaten-contoh-muara')
  const pesisir = org('pemerintah-kota-contoh-pesisir')

  async function person(name: string, email = `${name.toLowerCase()}-${randomUUID()}@contoh.invalid`) {
    const [row] = await db.insert(users).values({ email, name }).returning()
    return row!
  }
  /** Adds a membership and answers the actor who wears that hat. */
  async function wear(userId: string, organisation: typeof hub, role: Role): Promise<Actor & { kind: 'user' }> {
    const [membership] = await db
      .insert(memberships)
      .values({ userId, organisationId: organisation.id, role, startsOn: '2026-01-01' })
      .returning()
    const { id: organisationId, kind: organisationKind, name: organisationName, slug: organisationSlug } = organisation
    const hat = {
      membershipId: membership!.id,
      role,
      organisationId,
      organisationKind,
      organisationName,
      organisationSlug,
    }
    return { kind: 'user', userId, name: role, hat }
  }
  const as = async (role: Role, organisation: typeof hub) => wear((await person(role)).id, organisation, role)

  const actors = {
    mentor: await as('mentor', hub),
    secondMentor: await as('mentor', hub),
    otherHubMentor: await as('mentor', otherHub),
    manager: await as('hub_manager', hub),
    otherManager: await as('hub_manager', otherHub),
    curator: await as('curator', hub),
    hubObserver: await as('observer', hub),
    nationalAdmin: await as('national_admin', national),
    nationalObserver: await as('observer', national),
    admin: await as('agency_admin', hulu),
    head: await as('agency_head', hulu),
    lead: await as('adopter_lead', hulu),
    author: await as('author', hulu),
    otherAdmin: await as('agency_admin', muara),
    visitor: { kind: 'visitor' } as Actor,
  }
  const by = { hubId: hub.id, mentorId: actors.mentor.userId, createdBy: actors.manager.userId }
  const assignment = await assignedDistrict(db, { ...by, regionCode: '97.01' })
  await assignedDistrict(db, { ...by, regionCode: '97.71' })

  const ctx = (actor: Actor, now = NOW): Context => contextAs(db, actor, now)
  const auditOf = async (entityId: string) =>
    (
      await db
        .select({ action: auditLog.action })
        .from(auditLog)
        .where(eq(auditLog.entityId, entityId))
        .orderBy(auditLog.id)
    ).map((row) => row.action)
  const mailTo = async (actor: Actor & { kind: 'user' }, template: string) => {
    const [user] = await db.select().from(users).where(eq(users.id, actor.userId))
    return (await orderedLetters(db)).filter((letter) => letter.to === user!.email && letter.template === template)
  }
  async function unitOf(parent: typeof hub, name: string) {
    const [row] = await db
      .insert(organisations)
      .values({ kind: 'agency', name, slug: name.toLowerCase().replaceAll(' ', '-') })
      .returning()
    await db
      .insert(agencies)
      .values({ organisationId: row!.id, type: 'unit', regionCode: '97.01', parentId: parent.id })
    return row!
  }
  return { db, hub, otherHub, hulu, muara, pesisir, actors, assignment, ctx, auditOf, mailTo, person, wear, unitOf }
}

export type World = Awaited<ReturnType<typeof coachingWorld>>

/** A log as the form gives it, for the demo district of the mentor. */
export function logFor(agencyId: string, changes: Record<string, unknown> = {}) {
  return {
    id: randomUUID() as string,
    version: undefined as number | undefined,
    agencyId,
    adoptionId: null,
    mode: 'technical_assistance' as const,
    channel: 'on_site' as const,
    date: '2026-11-20',
    time: '09:00',
    durationMinutes: 90,
    travelMinutes: 60,
    unit: null,
    purpose: null,
    topics: ['budget' as const],
    women: 7,
    men: 4,
    withDisability: 1,
    findings: 'Loket hanya dibuka pukul 08.00.',
    advice: 'Bagi jam layanan menjadi tiga gelombang.',
    adviceReusable: true,
    items: [{ id: undefined, version: undefined, what: 'Uji SMS', who: 'Kepala puskesmas', dueOn: '2026-12-06' }],
    obstacles: [],
    obstacleNote: null,
    nextOn: null,
    visibility: 'pair' as const,
    ...changes,
  }
}

export type HeldSession = Parameters<typeof coachingSession>[1]

/** A session of the mentor with Kabupaten Contoh Hulu that waits for its confirmation. */
export const heldSession = (w: World, changes: Partial<HeldSession> = {}) =>
  coachingSession(w.db, {
    hubId: w.hub.id,
    mentorId: w.actors.mentor.userId,
    regionCode: '97.01',
    agencyId: w.hulu.id,
    ...changes,
  })
