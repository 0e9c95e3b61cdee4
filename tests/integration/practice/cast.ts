import type { Actor, Hat } from '#app/domain/shared/context.ts'
import type { Database } from '#db/client.server.ts'
import { agencies, hubs, hubTerritories, memberships, organisations, users } from '#db/schema/index.ts'
import type { OrganisationKind, Role } from '#db/vocabulary.ts'

type User = Extract<Actor, { kind: 'user' }>
type Organisation = { id: string; kind: OrganisationKind; name: string; slug: string }

/**
 * The people and organisations of the publishing tests: a regency with a unit under it, a foreign regency, a hub that
 * covers both, another hub, a place without hub, and the national office.
 */
export async function castOf(db: Database) {
  const organisation = async (kind: OrganisationKind, name: string): Promise<Organisation> => {
    const slug = name.toLowerCase().replaceAll(' ', '-')
    const [row] = await db.insert(organisations).values({ kind, name, slug }).returning({ id: organisations.id })
    return { id: row!.id, kind, name, slug }
  }
  const agency = async (name: string, place: { regionCode: string | null; parentId?: string; country?: string }) => {
    const created = await organisation('agency', name)
    await db
      .insert(agencies)
      .values({ organisationId: created.id, type: place.parentId ? 'unit' : 'regency', ...place })
    return created
  }
  const hub = async (name: string, provinceCode: string) => {
    const created = await organisation('hub', name)
    await db.insert(hubs).values({ organisationId: created.id, openedOn: '2020-01-01' })
    await db.insert(hubTerritories).values({ hubId: created.id, provinceCode })
    return created
  }

  const regency = await agency('Kabupaten Uji', { regionCode: '11.01' })
  const unit = await agency('Puskesmas Uji', { regionCode: '11.01', parentId: regency.id })
  const neighbour = await agency('Kabupaten Tetangga', { regionCode: '11.02' })
  const remote = await agency('Kabupaten Tanpa Hub', { regionCode: '17.01' })
  const abroad = await agency('Kota Luar Negeri', { regionCode: null, country: 'KR' })
  const place = await hub('Hub Uji', '11')
  const otherPlace = await hub('Hub Lain', '21')
  const office = await organisation('national', 'Kantor Uji')

  const wearing = async (user: Pick<User, 'userId' | 'name'>, role: Role, at: Organisation): Promise<User> => {
    const [membership] = await db
      .insert(memberships)
      .values({ userId: user.userId, organisationId: at.id, role, startsOn: '2020-01-01' })
      .returning({ id: memberships.id })
    const hat: Hat = {
      membershipId: membership!.id,
      role,
      organisationId: at.id,
      organisationKind: at.kind,
      organisationName: at.name,
      organisationSlug: at.slug,
    }
    return { kind: 'user', userId: user.userId, name: user.name, hat }
  }
  let count = 0
  const person = async (role: Role, at: Organisation): Promise<User> => {
    count += 1
    const name = `${role} ${at.name} ${count}`
    const [row] = await db
      .insert(users)
      .values({ name, email: `orang${count}@contoh.invalid` })
      .returning({ id: users.id })
    return wearing({ userId: row!.id, name }, role, at)
  }

  return {
    organisations: { regency, unit, neighbour, remote, abroad, place, otherPlace, office },
    person,
    /** The same person in another hat. */
    wearing,
    author: await person('author', regency),
    coAuthor: await person('author', regency),
    unitAuthor: await person('author', unit),
    admin: await person('agency_admin', regency),
    secondAdmin: await person('agency_admin', regency),
    head: await person('agency_head', regency),
    neighbourAuthor: await person('author', neighbour),
    neighbourAdmin: await person('agency_admin', neighbour),
    remoteAuthor: await person('author', remote),
    remoteAdmin: await person('agency_admin', remote),
    abroadAuthor: await person('author', abroad),
    curator: await person('curator', place),
    secondCurator: await person('curator', place),
    manager: await person('hub_manager', place),
    mentor: await person('mentor', place),
    otherCurator: await person('curator', otherPlace),
    national: await person('national_admin', office),
    observer: await person('observer', office),
  }
}

export type Cast = Awaited<ReturnType<typeof castOf>>
